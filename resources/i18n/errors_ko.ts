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
        <source>The photo could not be copied to the library.</source>
        <translation>사진을 라이브러리로 복사하지 못했어요.</translation>
    </message>
    <message>
        <source>Make room on that disk, or use the photos where they are.</source>
        <translation>디스크 공간을 비우거나 사진을 제자리에서 사용하세요.</translation>
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
        <source>The picture is packed in far more layers than a photo.</source>
        <translation>사진치고는 너무 많은 층으로 압축된 그림이에요.</translation>
    </message>
    <message>
        <source>Save it anew in a picture editor.</source>
        <translation>그림 편집기에서 새로 저장해 주세요.</translation>
    </message>
    <message>
        <source>This file broke the decoder that opened it.</source>
        <translation>이 파일을 열다가 사진을 읽는 프로그램이 멈췄어요.</translation>
    </message>
    <message>
        <source>This file took too long to open.</source>
        <translation>이 파일을 여는 데 시간이 너무 오래 걸려요.</translation>
    </message>
    <message>
        <source>The program that opens photos does not start.</source>
        <translation>사진을 여는 프로그램이 시작되지 않아요.</translation>
    </message>
    <message>
        <source>Close other programs and try again, or install BRAIND again.</source>
        <translation>다른 프로그램을 닫고 다시 시도하거나, BRAIND를 다시 설치하세요.</translation>
    </message>
    <message>
        <source>The file is cut short; a part of the picture may be missing.</source>
        <translation>파일이 잘려 있어서 사진 일부가 없을 수 있어요.</translation>
    </message>
    <message>
        <source>Drawing this page takes too long.</source>
        <translation>이 페이지는 그리는 데 너무 오래 걸려요.</translation>
    </message>
    <message>
        <source>Export its photos as pictures, and drop those.</source>
        <translation>사진을 그림 파일로 내보내서 끌어다 놓으세요.</translation>
    </message>
    <message>
        <source>This library holds statements that BRAIND did not write.</source>
        <translation>BRAIND가 쓰지 않은 명령이 들어 있는 라이브러리예요.</translation>
    </message>
    <message>
        <source>Import the photos into a new library.</source>
        <translation>사진을 새 라이브러리로 가져와 주세요.</translation>
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
        <source>Another window or program is writing to the library.</source>
        <translation>다른 창이나 프로그램이 이 라이브러리에 쓰고 있어요.</translation>
    </message>
    <message>
        <source>Wait until it has finished, then try again.</source>
        <translation>끝날 때까지 기다렸다가 다시 시도해 주세요.</translation>
    </message>
    <message>
        <source>The library file is damaged.</source>
        <translation>라이브러리 파일이 손상됐어요.</translation>
    </message>
    <message>
        <source>Open a backup, or import the photos into a new library.</source>
        <translation>백업을 열거나 새 라이브러리에 사진을 가져와 주세요.</translation>
    </message>
    <message>
        <source>There is no room left for the library.</source>
        <translation>저장 공간이 부족해요.</translation>
    </message>
    <message>
        <source>Free some space, then go on: everything before is kept.</source>
        <translation>공간을 비운 뒤 이어서 해 주세요. 그 전까지의 내용은 저장돼 있어요.</translation>
    </message>
    <message>
        <source>The drive that holds the library reported an error.</source>
        <translation>라이브러리가 있는 드라이브에 문제가 있어요.</translation>
    </message>
    <message>
        <source>Check the drive, then try again.</source>
        <translation>드라이브 연결을 확인하고 다시 시도해 주세요.</translation>
    </message>
    <message>
        <source>The library cannot be changed.</source>
        <translation>라이브러리를 바꿀 수 없어요.</translation>
    </message>
    <message>
        <source>Copy it to a folder of your own.</source>
        <translation>내 폴더로 복사해서 열어 주세요.</translation>
    </message>
    <message>
        <source>There is no library there.</source>
        <translation>라이브러리를 찾을 수 없어요.</translation>
    </message>
    <message>
        <source>Check the path, or make a new library.</source>
        <translation>위치를 확인하거나 새 라이브러리를 만들어 주세요.</translation>
    </message>
    <message>
        <source>The brand is not in the library any more.</source>
        <translation>이 브랜드는 라이브러리에 없어요.</translation>
    </message>
    <message>
        <source>Go back to the library page.</source>
        <translation>라이브러리로 돌아가 주세요.</translation>
    </message>
    <message>
        <source>The library already has this name.</source>
        <translation>이미 있는 이름이에요.</translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation>다른 이름을 골라 주세요.</translation>
    </message>
    <message>
        <source>A name is missing.</source>
        <translation>이름이 없어요.</translation>
    </message>
    <message>
        <source>Type at least one letter.</source>
        <translation>한 글자 이상 입력해 주세요.</translation>
    </message>
    <message>
        <source>The pack cannot be opened.</source>
        <translation>브랜드 팩을 열 수 없어요.</translation>
    </message>
    <message>
        <source>Check that the file is still there.</source>
        <translation>파일이 그대로 있는지 확인해 주세요.</translation>
    </message>
    <message>
        <source>This is not a brand pack.</source>
        <translation>브랜드 팩이 아니에요.</translation>
    </message>
    <message>
        <source>The pack is damaged.</source>
        <translation>브랜드 팩이 손상됐어요.</translation>
    </message>
    <message>
        <source>Ask for it again.</source>
        <translation>다시 받아 주세요.</translation>
    </message>
    <message>
        <source>The pack holds something that does not belong there.</source>
        <translation>브랜드 팩에 맞지 않는 내용이 있어요.</translation>
    </message>
    <message>
        <source>Use it only if you trust where it comes from; ask for it again.</source>
        <translation>보낸 곳에 다시 요청해 주세요.</translation>
    </message>
    <message>
        <source>The pack was made by a newer version.</source>
        <translation>더 새로운 버전에서 만든 팩이에요.</translation>
    </message>
    <message>
        <source>The pack was made with other models.</source>
        <translation>다른 모델로 만든 팩이에요.</translation>
    </message>
    <message>
        <source>Use the same models, or ask for a pack made with yours.</source>
        <translation>같은 모델을 쓰거나 이 모델로 만든 팩을 받아 주세요.</translation>
    </message>
    <message>
        <source>The signature of the pack is wrong.</source>
        <translation>브랜드 팩의 서명이 맞지 않아요.</translation>
    </message>
    <message>
        <source>Do not use it; ask for it again.</source>
        <translation>쓰지 말고 다시 받아 주세요.</translation>
    </message>
    <message>
        <source>This pack is signed, and BRAIND cannot check signatures here.</source>
        <translation>서명을 확인할 수 없는 설치예요.</translation>
    </message>
    <message>
        <source>Install BRAIND with signing.</source>
        <translation>서명 기능과 함께 설치해 주세요.</translation>
    </message>
    <message>
        <source>The pack is too large.</source>
        <translation>브랜드 팩이 너무 커요.</translation>
    </message>
    <message>
        <source>Ask for a smaller one.</source>
        <translation>더 작은 팩을 받아 주세요.</translation>
    </message>
    <message>
        <source>The brand has no looks that were read by these models.</source>
        <translation>이 모델로 읽은 룩이 없는 브랜드예요.</translation>
    </message>
    <message>
        <source>Read its photos again first.</source>
        <translation>먼저 사진을 다시 분석해 주세요.</translation>
    </message>
    <message>
        <source>There are no looks of “{brand}” to compare.</source>
        <translation>‘{brand}’ 브랜드에는 비교할 룩이 없어요.</translation>
    </message>
    <message>
        <source>Import photos of it first.</source>
        <translation>먼저 사진을 가져와 주세요.</translation>
    </message>
    <message>
        <source>A brand cannot be compared with itself.</source>
        <translation>같은 브랜드끼리는 비교할 수 없어요.</translation>
    </message>
    <message>
        <source>Choose two different brands.</source>
        <translation>서로 다른 두 브랜드를 골라 주세요.</translation>
    </message>
    <message>
        <source>The look is not in the library any more.</source>
        <translation>룩이 라이브러리에 없어요.</translation>
    </message>
    <message>
        <source>It may have been removed: search again.</source>
        <translation>지웠을 수 있으니 다시 찾아 주세요.</translation>
    </message>
    <message>
        <source>The look was read by other models and cannot be compared.</source>
        <translation>다른 모델로 읽은 룩이라 비교할 수 없어요.</translation>
    </message>
    <message>
        <source>Read its photo again.</source>
        <translation>이 사진을 다시 분석해 주세요.</translation>
    </message>
    <message>
        <source>“{brand}” has no lookbook “{lookbook}”.</source>
        <translation>‘{brand}’ 브랜드에 ‘{lookbook}’ 룩북이 없어요.</translation>
    </message>
    <message>
        <source>Choose another lookbook.</source>
        <translation>다른 룩북을 골라 주세요.</translation>
    </message>
    <message>
        <source>That person is not in the photo.</source>
        <translation>사진에 그 사람이 없어요.</translation>
    </message>
    <message>
        <source>Choose one of the people in it.</source>
        <translation>사진에 있는 사람을 골라 주세요.</translation>
    </message>
    <message>
        <source>“{path}” cannot be written.</source>
        <translation>‘{path}’ 파일을 저장할 수 없어요.</translation>
    </message>
    <message>
        <source>Choose another folder.</source>
        <translation>다른 폴더를 골라 주세요.</translation>
    </message>
    <message>
        <source>The report needs a font with Hangul, and none was found.</source>
        <translation>리포트에 쓸 한글 글꼴을 찾지 못했어요.</translation>
    </message>
    <message>
        <source>Install Noto Sans KR or NanumGothic, or write HTML instead.</source>
        <translation>Noto Sans KR이나 나눔고딕을 설치하거나 HTML로 저장해 주세요.</translation>
    </message>
    <message>
        <source>A model file is damaged.</source>
        <translation>모델 파일이 손상됐어요.</translation>
    </message>
</context>
</TS>
