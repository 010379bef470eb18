<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko_KR">
<context>
    <name>errors</name>
    <message>
        <source>No person found.</source>
        <translation>사람을 찾지 못했어요.</translation>
    </message>
    <message>
        <source>Use a photo of one person from head to feet.</source>
        <translation>한 사람이 머리부터 발까지 나온 사진을 써 주세요.</translation>
    </message>
    <message>
        <source>Only part of the body is in the photo.</source>
        <translation>몸의 일부만 보여요.</translation>
    </message>
    <message>
        <source>Use a full-body photo, or continue anyway.</source>
        <translation>전신 사진을 쓰거나, 그래도 진행할 수 있어요.</translation>
    </message>
    <message>
        <source>File not found.</source>
        <translation>파일을 찾을 수 없어요.</translation>
    </message>
    <message>
        <source>Check whether it was moved or renamed.</source>
        <translation>옮기거나 이름을 바꾸셨는지 확인해 주세요.</translation>
    </message>
    <message>
        <source>The file is empty.</source>
        <translation>빈 파일이에요.</translation>
    </message>
    <message>
        <source>Download or copy it again.</source>
        <translation>다시 내려받거나 복사해 주세요.</translation>
    </message>
    <message>
        <source>Unsupported format.</source>
        <translation>지원하지 않는 형식이에요.</translation>
    </message>
    <message>
        <source>Use JPG, PNG, WebP, HEIC, TIFF or AVIF.</source>
        <translation>JPG, PNG, WebP, HEIC, TIFF, AVIF를 쓸 수 있어요.</translation>
    </message>
    <message>
        <source>No permission to read this file.</source>
        <translation>이 파일을 읽을 권한이 없어요.</translation>
    </message>
    <message>
        <source>Choose another photo.</source>
        <translation>다른 사진을 골라 주세요.</translation>
    </message>
    <message>
        <source>Can&apos;t open this photo; it looks damaged.</source>
        <translation>사진을 열 수 없어요. 파일이 손상된 것 같아요.</translation>
    </message>
    <message>
        <source>Use another photo.</source>
        <translation>다른 사진을 써 주세요.</translation>
    </message>
    <message>
        <source>The photo is too large.</source>
        <translation>사진이 너무 커요.</translation>
    </message>
    <message>
        <source>Make it smaller and open it again.</source>
        <translation>줄여서 다시 열어 주세요.</translation>
    </message>
    <message>
        <source>The photo is too small.</source>
        <translation>사진이 작아요.</translation>
    </message>
    <message>
        <source>Use a larger photo.</source>
        <translation>더 큰 사진을 써 주세요.</translation>
    </message>
    <message>
        <source>Can&apos;t open this archive; it looks damaged.</source>
        <translation>압축 파일을 열 수 없어요. 손상된 것 같아요.</translation>
    </message>
    <message>
        <source>Unpack it, and drop the folder.</source>
        <translation>압축을 풀어서 폴더로 놓아 주세요.</translation>
    </message>
    <message>
        <source>The archive is protected by a password.</source>
        <translation>암호가 있는 압축이에요.</translation>
    </message>
    <message>
        <source>Archives within archives are not opened.</source>
        <translation>압축 파일 안의 압축 파일은 열지 않아요.</translation>
    </message>
    <message>
        <source>This entry of the archive is a link, not a photo.</source>
        <translation>압축 파일 안의 이 항목은 사진이 아니라 바로 가기예요.</translation>
    </message>
    <message>
        <source>This entry is packed in a rare way.</source>
        <translation>드문 방식으로 압축한 항목이에요.</translation>
    </message>
    <message>
        <source>The archive is too large.</source>
        <translation>압축 파일이 너무 커요.</translation>
    </message>
    <message>
        <source>This entry would become too large when unpacked.</source>
        <translation>압축을 풀면 너무 커지는 항목이에요.</translation>
    </message>
    <message>
        <source>Can&apos;t open this PDF; it looks damaged.</source>
        <translation>PDF를 열 수 없어요. 손상된 것 같아요.</translation>
    </message>
    <message>
        <source>Save it again, or use its photos.</source>
        <translation>다시 저장하거나 사진으로 놓아 주세요.</translation>
    </message>
    <message>
        <source>The PDF is protected by a password.</source>
        <translation>암호가 있는 PDF예요.</translation>
    </message>
    <message>
        <source>Save it without a password.</source>
        <translation>암호 없이 저장해 주세요.</translation>
    </message>
    <message>
        <source>The PDF has too many pages.</source>
        <translation>PDF의 쪽수가 너무 많아요.</translation>
    </message>
    <message>
        <source>Split it into parts.</source>
        <translation>나누어 저장해 주세요.</translation>
    </message>
    <message>
        <source>This is neither a file nor a folder.</source>
        <translation>파일이나 폴더가 아니에요.</translation>
    </message>
    <message>
        <source>Choose a photo or a folder.</source>
        <translation>사진이나 폴더를 골라 주세요.</translation>
    </message>
    <message>
        <source>There are no looks to compare with yet.</source>
        <translation>비교할 룩이 아직 없어요.</translation>
    </message>
    <message>
        <source>Import photos of some brands first.</source>
        <translation>먼저 브랜드의 사진을 가져와 주세요.</translation>
    </message>
    <message>
        <source>This library was made by a newer version.</source>
        <translation>더 새로운 버전에서 만든 라이브러리예요.</translation>
    </message>
    <message>
        <source>Update BRAIND.</source>
        <translation>BRAIND를 업데이트해 주세요.</translation>
    </message>
    <message>
        <source>This is not a BRAIND library.</source>
        <translation>BRAIND 라이브러리가 아니에요.</translation>
    </message>
    <message>
        <source>Choose another file.</source>
        <translation>다른 파일을 골라 주세요.</translation>
    </message>
    <message>
        <source>Can&apos;t open the library.</source>
        <translation>라이브러리를 열 수 없어요.</translation>
    </message>
    <message>
        <source>Check the folder and its permissions.</source>
        <translation>폴더와 권한을 확인해 주세요.</translation>
    </message>
    <message>
        <source>A model file is missing.</source>
        <translation>모델 파일이 없어요.</translation>
    </message>
    <message>
        <source>Fetch it, or install BRAIND again.</source>
        <translation>모델을 받거나 BRAIND를 다시 설치해 주세요.</translation>
    </message>
    <message>
        <source>Fetch it again, or install BRAIND again.</source>
        <translation>다시 받거나 BRAIND를 다시 설치해 주세요.</translation>
    </message>
    <message>
        <source>A model file is damaged.</source>
        <translation>모델 파일이 손상됐어요.</translation>
    </message>
</context>
</TS>
