<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko_KR">
<context>
    <name>drops</name>
    <message>
        <source>Let go to match</source>
        <translation>놓으면 닮은 브랜드를 찾아요</translation>
    </message>
    <message>
        <source>Let go to import</source>
        <translation>놓으면 가져와요</translation>
    </message>
    <message>
        <source>Let go to add to this brand</source>
        <translation>놓으면 이 브랜드에 추가해요</translation>
    </message>
    <message>
        <source>Let go to match or import this photo</source>
        <translation>놓으면 찾기와 가져오기 중에 고를 수 있어요</translation>
    </message>
    <message>
        <source>Let go to look inside</source>
        <translation>놓으면 안을 살펴봐요</translation>
    </message>
    <message>
        <source>Let go to match this look</source>
        <translation>놓으면 이 룩으로 찾아요</translation>
    </message>
    <message>
        <source>Let go to pin this look</source>
        <translation>놓으면 대표 룩으로 지정해요</translation>
    </message>
    <message>
        <source>Let go to open this brand pack</source>
        <translation>놓으면 브랜드 팩을 열어요</translation>
    </message>
    <message>
        <source>Let go to open this library</source>
        <translation>놓으면 이 라이브러리를 열어요</translation>
    </message>
    <message>
        <source>Let go to add this model</source>
        <translation>놓으면 모델을 추가해요</translation>
    </message>
    <message>
        <source>Let go to search for this</source>
        <translation>놓으면 이 말로 검색해요</translation>
    </message>
    <message>
        <source>Copy the picture itself and paste it</source>
        <translation>이미지를 복사해서 붙여넣어 주세요</translation>
    </message>
    <message>
        <source>This kind of file cannot be used here</source>
        <translation>여기에서 쓸 수 없는 형식이에요</translation>
    </message>
    <message>
        <source>Only files of models can be used here</source>
        <translation>여기에는 모델 파일만 놓을 수 있어요</translation>
    </message>
    <message>
        <source>Drop a photo or a folder here</source>
        <translation>사진이나 폴더를 놓아 주세요</translation>
    </message>
    <message>
        <source>That is an internet address. Copy the picture itself and paste it here.</source>
        <translation>인터넷 주소예요. 이미지를 복사해서 붙여넣어 주세요.</translation>
    </message>
    <message>
        <source>Drop a photo or a folder, please.</source>
        <translation>사진이나 폴더를 놓아 주세요.</translation>
    </message>
    <message>
        <source>Only files of models can be used here.</source>
        <translation>여기에는 모델 파일만 놓을 수 있어요.</translation>
    </message>
    <message>
        <source>{kind} cannot be used yet. JPG, PNG, WebP, HEIC, TIFF, AVIF, zip and PDF can.</source>
        <translation>{kind} 아직 지원하지 않아요. JPG, PNG, WebP, HEIC, TIFF, AVIF, zip, PDF를 쓸 수 있어요.</translation>
    </message>
    <message>
        <source>Videos</source>
        <translation>동영상은</translation>
    </message>
    <message>
        <source>RAW photos</source>
        <translation>RAW 사진은</translation>
    </message>
    <message>
        <source>Design files</source>
        <translation>디자인 파일은</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation>바로 가기는</translation>
    </message>
    <message>
        <source>Archives of this kind</source>
        <translation>이런 압축 형식은</translation>
    </message>
    <message>
        <source>Model files</source>
        <translation>모델 파일은 여기에서</translation>
    </message>
    <message>
        <source>The look is pinned.</source>
        <translation>대표 룩으로 지정했어요.</translation>
    </message>
    <message>
        <source>Added to “{brand}”.</source>
        <translation>‘{brand}’에 추가했어요.</translation>
    </message>
    <message>
        <source>Nothing new for “{brand}” in there.</source>
        <translation>‘{brand}’에 추가할 새 사진이 없어요.</translation>
    </message>
    <message>
        <source>Pasted picture</source>
        <translation>붙여넣은 사진</translation>
    </message>
    <message>
        <source>What shall become of this photo?</source>
        <translation>이 사진으로 무엇을 할까요?</translation>
    </message>
    <message>
        <source>Find brands like it</source>
        <translation>이 사진으로 찾기</translation>
    </message>
    <message>
        <source>Add to a brand</source>
        <translation>브랜드에 추가</translation>
    </message>
    <message>
        <source>This photo is being matched already.</source>
        <translation>이 사진은 이미 찾고 있어요.</translation>
    </message>
    <message>
        <source>Brand pack</source>
        <translation>브랜드 팩</translation>
    </message>
    <message>
        <source>Reading the pack</source>
        <translation>브랜드 팩을 읽고 있어요</translation>
    </message>
    <message>
        <source>Brands: {brands} · looks: {looks}</source>
        <translation>브랜드 {brands}개 · 사진 {looks}장</translation>
    </message>
    <message>
        <source>Brands in the pack</source>
        <translation>팩에 든 브랜드</translation>
    </message>
    <message>
        <source>From: {owner}</source>
        <translation>만든 곳: {owner}</translation>
    </message>
    <message>
        <source>Licence: {licence}</source>
        <translation>사용 조건: {licence}</translation>
    </message>
    <message>
        <source>Signed; the signature is right.</source>
        <translation>서명을 확인했어요.</translation>
    </message>
    <message>
        <source>Not signed: open it only if you know where it comes from.</source>
        <translation>서명이 없어요. 어디에서 왔는지 알 때만 추가해 주세요.</translation>
    </message>
    <message>
        <source>Add to the library</source>
        <translation>라이브러리에 추가</translation>
    </message>
    <message>
        <source>Add {count} brands</source>
        <translation>브랜드 {count}개 추가</translation>
    </message>
    <message>
        <source>Add {count} brand</source>
        <translation>브랜드 {count}개 추가</translation>
    </message>
</context>
</TS>
