<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko_KR">
<context>
    <name>looks</name>
    <message>
        <source>Nothing could be read</source>
        <translation>읽은 내용이 없어요</translation>
    </message>
    <message>
        <source>excluded</source>
        <translation>제외함</translation>
    </message>
    <message>
        <source>representative</source>
        <translation>대표</translation>
    </message>
    <message>
        <source>corrected by hand</source>
        <translation>직접 고침</translation>
    </message>
    <message>
        <source>read by another model</source>
        <translation>다른 모델로 분석함</translation>
    </message>
    <message>
        <source>Quick look</source>
        <translation>크게 보기</translation>
    </message>
    <message>
        <source>Exclude from the profile</source>
        <translation>프로필에서 제외</translation>
    </message>
    <message>
        <source>Include again</source>
        <translation>다시 포함</translation>
    </message>
    <message>
        <source>Make representative</source>
        <translation>대표로 지정</translation>
    </message>
    <message>
        <source>Not representative any more</source>
        <translation>대표 지정 해제</translation>
    </message>
    <message>
        <source>Correct answers…</source>
        <translation>답 고치기…</translation>
    </message>
    <message>
        <source>Find brands with this photo</source>
        <translation>이 사진으로 찾기</translation>
    </message>
    <message>
        <source>Show in file manager</source>
        <translation>폴더에서 보기</translation>
    </message>
    <message>
        <source>Copy image</source>
        <translation>이미지 복사</translation>
    </message>
    <message>
        <source>Remove from the library</source>
        <translation>라이브러리에서 빼기</translation>
    </message>
    <message>
        <source>{count} looks do not count any more.</source>
        <translation>룩 {count}장을 제외했어요.</translation>
    </message>
    <message>
        <source>This look does not count any more.</source>
        <translation>이 룩을 제외했어요.</translation>
    </message>
    <message>
        <source>{count} looks count again.</source>
        <translation>룩 {count}장을 다시 포함했어요.</translation>
    </message>
    <message>
        <source>This look counts again.</source>
        <translation>이 룩을 다시 포함했어요.</translation>
    </message>
    <message>
        <source>{count} looks are representative now.</source>
        <translation>룩 {count}장을 대표로 지정했어요.</translation>
    </message>
    <message>
        <source>This look is representative now.</source>
        <translation>이 룩을 대표로 지정했어요.</translation>
    </message>
    <message>
        <source>{count} looks are not representative any more.</source>
        <translation>룩 {count}장의 대표 지정을 풀었어요.</translation>
    </message>
    <message>
        <source>This look is not representative any more.</source>
        <translation>이 룩의 대표 지정을 풀었어요.</translation>
    </message>
    <message>
        <source>{count} looks were moved to the trash for 30 days.</source>
        <translation>룩 {count}장을 휴지통으로 옮겼어요. 30일 동안 되돌릴 수 있어요.</translation>
    </message>
    <message>
        <source>The look was moved to the trash for 30 days.</source>
        <translation>룩을 휴지통으로 옮겼어요. 30일 동안 되돌릴 수 있어요.</translation>
    </message>
    <message>
        <source>The answers were corrected.</source>
        <translation>답을 고쳤어요.</translation>
    </message>
    <message>
        <source>The image was copied.</source>
        <translation>이미지를 복사했어요.</translation>
    </message>
    <message>
        <source>Correct what was read</source>
        <translation>읽은 내용 고치기</translation>
    </message>
    <message>
        <source>Your answers count from now on, and no later analysis changes them.</source>
        <translation>고친 답은 지금부터 쓰이고, 다시 분석해도 바뀌지 않아요.</translation>
    </message>
    <message>
        <source>Read as: {word}</source>
        <translation>읽은 답: {word}</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>저장</translation>
    </message>
    <message>
        <source>As it was read</source>
        <translation>읽은 대로</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>이전</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>다음</translation>
    </message>
    <message>
        <source>Ours</source>
        <translation>우리</translation>
    </message>
    <message>
        <source>The original cannot be found; this is the stored picture.</source>
        <translation>원본을 찾을 수 없어서 저장된 사진을 보여 드려요.</translation>
    </message>
    <message>
        <source>Original photo</source>
        <translation>원본 사진</translation>
    </message>
    <message>
        <source>What makes this pair alike</source>
        <translation>이 짝이 닮은 이유</translation>
    </message>
    <message>
        <source>The file is not where it was. Find moved files on this page.</source>
        <translation>파일을 찾을 수 없어요. 이 페이지에서 다시 연결할 수 있어요.</translation>
    </message>
</context>
</TS>
