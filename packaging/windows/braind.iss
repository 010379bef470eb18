; Inno Setup: a per-user installer, no administrator needed (drag and drop works then).
; iscc /DVersion=1.2.3 /Odist packaging\windows\braind.iss
#ifndef Version
  #error Give the version: /DVersion=1.2.3
#endif
#define Root SourcePath + "..\.."

[Setup]
AppId={{6B6E3E0E-5B1C-4C43-9E0E-8C7C5A0A7D11}
AppName=BRAIND
AppVersion={#Version}
AppPublisher=The BRAIND developers
DefaultDirName={autopf}\BRAIND
DefaultGroupName=BRAIND
PrivilegesRequired=lowest
OutputBaseFilename=BRAIND-{#Version}-setup
SetupIconFile={#Root}\build\installer\braind.ico
UninstallDisplayIcon={app}\BRAIND.exe
LicenseFile={#Root}\build\installer\LICENSE.txt
Compression=lzma2
SolidCompression=yes
ChangesAssociations=yes
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
; Signing: iscc "/Ssign=signtool sign /fd sha256 /tr TIMESERVER /td sha256 $f" and this line.
;SignTool=sign

[Languages]
Name: "korean"; MessagesFile: "compiler:Languages\Korean.isl"
Name: "english"; MessagesFile: "compiler:Default.isl"

[Files]
Source: "{#Root}\dist\BRAIND\*"; DestDir: "{app}"; Flags: recursesubdirs ignoreversion

[Icons]
Name: "{group}\BRAIND"; Filename: "{app}\BRAIND.exe"
Name: "{autodesktop}\BRAIND"; Filename: "{app}\BRAIND.exe"; Tasks: desktop

[Tasks]
Name: "desktop"; Description: "{cm:CreateDesktopIcon}"; Flags: unchecked

[Registry]
Root: HKCU; Subkey: "Software\Classes\.braind"; ValueType: string; ValueData: "BRAIND.library"; Flags: uninsdeletevalue
Root: HKCU; Subkey: "Software\Classes\BRAIND.library\shell\open\command"; ValueType: string; ValueData: """{app}\BRAIND.exe"" ""%1"""; Flags: uninsdeletekey
Root: HKCU; Subkey: "Software\Classes\.braindpack"; ValueType: string; ValueData: "BRAIND.pack"; Flags: uninsdeletevalue
Root: HKCU; Subkey: "Software\Classes\BRAIND.pack\shell\open\command"; ValueType: string; ValueData: """{app}\BRAIND.exe"" ""%1"""; Flags: uninsdeletekey

[Run]
; runasoriginaluser: an elevated window could not take drops.
Filename: "{app}\BRAIND.exe"; Description: "{cm:LaunchProgram,BRAIND}"; Flags: nowait postinstall skipifsilent runasoriginaluser
