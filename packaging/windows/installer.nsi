; The installer for Windows: for one user, without administrator. Built by packaging/build_windows.sh, which passes
; VERSION (0.1.0), FOLDER (what to install) and OUT (the file to write).

Target amd64-unicode
ManifestDPIAware true
SetCompressor /SOLID lzma
RequestExecutionLevel user

!include "MUI2.nsh"
!include "FileFunc.nsh"

!define NAME "Atlante Sociale"
!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\AtlanteSociale"
!define CLASSES "Software\Classes"

Name "${NAME}"
OutFile "${OUT}"
InstallDir "$LOCALAPPDATA\Programs\${NAME}"
InstallDirRegKey HKCU "${UNINSTALL}" "InstallLocation"
BrandingText "${NAME} ${VERSION}"

VIProductVersion "${VERSION}.0"
VIAddVersionKey /LANG=0 "ProductName" "${NAME}"
VIAddVersionKey /LANG=0 "ProductVersion" "${VERSION}"
VIAddVersionKey /LANG=0 "FileVersion" "${VERSION}"
VIAddVersionKey /LANG=0 "FileDescription" "${NAME}"
VIAddVersionKey /LANG=0 "CompanyName" "${NAME}"
VIAddVersionKey /LANG=0 "LegalCopyright" "EUPL-1.2"

!define MUI_ICON "atlante.ico"
!define MUI_UNICON "atlante.ico"
!define MUI_ABORTWARNING
!define MUI_FINISHPAGE_RUN "$INSTDIR\atlante.exe"
!define MUI_FINISHPAGE_RUN_TEXT "$(Start)"

!insertmacro MUI_PAGE_LICENSE "${FOLDER}/LICENSE"
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES

; The first is the one for systems in neither language.
!insertmacro MUI_LANGUAGE "Italian"
!insertmacro MUI_LANGUAGE "English"

LangString Start ${LANG_ITALIAN} "Apri Atlante Sociale"
LangString Start ${LANG_ENGLISH} "Open Atlante Sociale"
LangString InUse ${LANG_ITALIAN} "Atlante Sociale è aperto: chiudilo, salvando il lavoro, e riprova."
LangString InUse ${LANG_ENGLISH} "Atlante Sociale is open: save your work, close it and try again."
LangString Project ${LANG_ITALIAN} "Progetto di Atlante Sociale"
LangString Project ${LANG_ENGLISH} "Atlante Sociale project"

; A program that runs cannot be written over; whoever has it open may have unsaved work.
!macro WaitUntilClosed PROGRAM
  !define ID ${__COUNTER__}
  retry${ID}:
    IfFileExists "$INSTDIR\${PROGRAM}" 0 closed${ID}
    ClearErrors
    FileOpen $0 "$INSTDIR\${PROGRAM}" a
    IfErrors 0 free${ID}
    MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "$(InUse)" /SD IDCANCEL IDRETRY retry${ID}
    SetErrorLevel 2
    Abort
  free${ID}:
    FileClose $0
  closed${ID}:
  !undef ID
!macroend

Section "-Programs"
  !insertmacro WaitUntilClosed atlante.exe
  !insertmacro WaitUntilClosed atlante-cli.exe
  SetOutPath "$INSTDIR"
  File /r "${FOLDER}/*.*"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  CreateShortcut "$SMPROGRAMS\${NAME}.lnk" "$INSTDIR\atlante.exe"

  WriteRegStr HKCU "${CLASSES}\.atlante" "" "AtlanteSociale.Project"
  WriteRegStr HKCU "${CLASSES}\AtlanteSociale.Project" "" "$(Project)"
  WriteRegStr HKCU "${CLASSES}\AtlanteSociale.Project\DefaultIcon" "" "$INSTDIR\atlante.exe,0"
  WriteRegStr HKCU "${CLASSES}\AtlanteSociale.Project\shell\open\command" "" '"$INSTDIR\atlante.exe" "%1"'
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'

  WriteRegStr HKCU "${UNINSTALL}" "DisplayName" "${NAME}"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${UNINSTALL}" "Publisher" "${NAME}"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayIcon" "$INSTDIR\atlante.exe"
  WriteRegStr HKCU "${UNINSTALL}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${UNINSTALL}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU "${UNINSTALL}" "NoModify" 1
  WriteRegDWORD HKCU "${UNINSTALL}" "NoRepair" 1
  ${GetSize} "$INSTDIR" "/S=0K" $0 $1 $2
  WriteRegDWORD HKCU "${UNINSTALL}" "EstimatedSize" $0
SectionEnd

; Only what the installer brought is removed, by name: a project saved in this folder stays, and so does unsaved work.
Section "Uninstall"
  !insertmacro WaitUntilClosed atlante.exe
  !insertmacro WaitUntilClosed atlante-cli.exe
!include "${FILES}"
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"
  Delete "$SMPROGRAMS\${NAME}.lnk"
  DeleteRegKey HKCU "${UNINSTALL}"
  DeleteRegKey HKCU "${CLASSES}\AtlanteSociale.Project"
  ReadRegStr $0 HKCU "${CLASSES}\.atlante" ""
  StrCmp $0 "AtlanteSociale.Project" 0 +2
  DeleteRegKey HKCU "${CLASSES}\.atlante"
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'

  ; The settings go; a recovery file, which may be work of the user, keeps its folder.
  Delete "$APPDATA\atlante-sociale\data\app.ron"
  Delete "$APPDATA\atlante-sociale\data\app.precedente.ron"
  Delete "$APPDATA\atlante-sociale\data\recupero\.*.lock"
  RMDir "$APPDATA\atlante-sociale\data\recupero"
  RMDir "$APPDATA\atlante-sociale\data"
  RMDir "$APPDATA\atlante-sociale"
SectionEnd
