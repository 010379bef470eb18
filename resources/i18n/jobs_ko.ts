<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko_KR">
<context>
    <name>jobs</name>
    <message>
        <source>Jobs</source>
        <translation>작업</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>{count} jobs</source>
        <translation>작업 {count}개</translation>
    </message>
    <message>
        <source>Show jobs (Ctrl+J)</source>
        <translation>작업 보기 (Ctrl+J)</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>진행 중</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>대기 중</translation>
    </message>
    <message>
        <source>Interrupted</source>
        <translation>중단됨</translation>
    </message>
    <message>
        <source>Done in the last 7 days</source>
        <translation>최근 7일 동안 끝난 작업</translation>
    </message>
    <message>
        <source>No jobs yet</source>
        <translation>아직 작업이 없어요</translation>
    </message>
    <message>
        <source>Imports and reports are shown here while they run, and for seven days after.</source>
        <translation>가져오기와 보고서가 진행되는 동안, 그리고 끝난 뒤 7일 동안 여기에서 볼 수 있어요.</translation>
    </message>
    <message>
        <source>Import: {what}</source>
        <translation>가져오기: {what}</translation>
    </message>
    <message>
        <source>Draw the sample brands</source>
        <translation>샘플 브랜드 그리기</translation>
    </message>
    <message>
        <source>Add pack: {what}</source>
        <translation>브랜드 팩 추가: {what}</translation>
    </message>
    <message>
        <source>Stopping</source>
        <translation>멈추는 중</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>일시정지</translation>
    </message>
    <message>
        <source>Cancelling</source>
        <translation>취소하는 중</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>취소됨</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>실패</translation>
    </message>
    <message>
        <source>Partly failed</source>
        <translation>일부 실패</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>완료</translation>
    </message>
    <message>
        <source>{done} / {total}</source>
        <translation>{done} / {total}</translation>
    </message>
    <message>
        <source>Looking for photos</source>
        <translation>사진을 찾고 있어요</translation>
    </message>
    <message>
        <source>working out the time left</source>
        <translation>남은 시간 계산 중…</translation>
    </message>
    <message>
        <source>about {count} minutes left</source>
        <translation>약 {count}분 남음</translation>
    </message>
    <message>
        <source>about {count} minute left</source>
        <translation>약 {count}분 남음</translation>
    </message>
    <message>
        <source>{rate} photos a minute</source>
        <translation>1분에 {rate}장</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>일시정지</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>이어서 하기</translation>
    </message>
    <message>
        <source>Cancel this job</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>자세히</translation>
    </message>
    <message>
        <source>Copy as command</source>
        <translation>명령으로 복사</translation>
    </message>
    <message>
        <source>The command is on the clipboard.</source>
        <translation>명령을 복사했어요.</translation>
    </message>
    <message>
        <source>Give up</source>
        <translation>그만두기</translation>
    </message>
    <message>
        <source>{title}: {state}</source>
        <translation>{title} · {state}</translation>
    </message>
    <message>
        <source>{added} added · {duplicate} known · {excluded} left out · {failed} unreadable</source>
        <translation>추가 {added} · 중복 {duplicate} · 제외 {excluded} · 실패 {failed}</translation>
    </message>
    <message>
        <source>{title}, {state}. {detail}</source>
        <translation>{title}, {state}. {detail}</translation>
    </message>
    <message>
        <source>Quit BRAIND?</source>
        <translation>BRAIND를 종료할까요?</translation>
    </message>
    <message>
        <source>{count} jobs are running. Go on with them next time?</source>
        <translation>작업 {count}개가 진행 중이에요. 다음에 이어서 할까요?</translation>
    </message>
    <message>
        <source>{count} job is running. Go on with it next time?</source>
        <translation>작업 {count}개가 진행 중이에요. 다음에 이어서 할까요?</translation>
    </message>
    <message>
        <source>Quit and go on next time</source>
        <translation>이어서 하기로 하고 종료</translation>
    </message>
    <message>
        <source>Keep working</source>
        <translation>계속 작업</translation>
    </message>
</context>
</TS>
