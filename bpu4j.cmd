@rem Not tested on Windows. Under Wine 8, with a Windows build of Java 25, a distribution answered --version, no more.
@echo off
rem SPDX-License-Identifier: Apache-2.0
rem Runs the bpu4j command: in an unpacked distribution as it is, in a source tree after building what is
rem missing or older than its sources.
rem BPU4J_JAVA_OPTS: further options of the JVM. JAVA_HOME: the Java to use, 17 or newer.
rem BPU4J_CACHE_DIR: where a distribution keeps its class archives, and the command its other files.
setlocal
set "BPU4J_JAVA=java"
if defined JAVA_HOME if exist "%JAVA_HOME%\bin\java.exe" set "BPU4J_JAVA=%JAVA_HOME%\bin\java.exe"
set "BPU4J_JVM=-XX:+UseSerialGC -XX:-UsePerfData -Xshare:auto -Djava.awt.headless=true"

if not "%BPU4J_JAVA%"=="java" goto found
where /q java.exe
if errorlevel 1 goto nojava
:found

if exist "%~dp0cli\pom.xml" goto tree
for %%H in ("%~dp0..") do set "BPU4J_HOME=%%~fH\"
set "BPU4J_JAR=%BPU4J_HOME%bpu4j-cli.jar"
set "BPU4J_PICTURE=%BPU4J_HOME%share\chelsea.png"
set "BPU4J_BUILD=none"
if exist "%BPU4J_HOME%lib\build" set /p BPU4J_BUILD=<"%BPU4J_HOME%lib\build"
set "BPU4J_ARCHIVES="
if defined LOCALAPPDATA set "BPU4J_ARCHIVES=%LOCALAPPDATA%\bpu4j\class-archives"
if defined BPU4J_CACHE_DIR set "BPU4J_ARCHIVES=%BPU4J_CACHE_DIR%\class-archives"
if defined BPU4J_ARCHIVES if not exist "%BPU4J_ARCHIVES%" mkdir "%BPU4J_ARCHIVES%" >nul 2>&1
goto run

:tree
set "BPU4J_HOME=%~dp0"
set "BPU4J_TARGET=%BPU4J_HOME%cli\target"
set "BPU4J_JAR=%BPU4J_TARGET%\bpu4j-cli.jar"
set "BPU4J_STAMP=%BPU4J_TARGET%\launcher.stamp"
set "BPU4J_PICTURE=%BPU4J_HOME%examples\images\chelsea.png"
set "BPU4J_BUILD=none"
set "BPU4J_ARCHIVES=%BPU4J_TARGET%"

rem PowerShell compares times, and holds a lock while Maven builds: one build of a tree at a time.
set "BPU4J_CHECK=$ErrorActionPreference='Stop'; $h=$env:BPU4J_HOME; $s=$env:BPU4J_STAMP;"
set "BPU4J_CHECK=%BPU4J_CHECK% function Stale { if (-not ((Test-Path $env:BPU4J_JAR) -and (Test-Path $s))) { return $true };"
set "BPU4J_CHECK=%BPU4J_CHECK% $t=(Get-Item $s).LastWriteTimeUtc;"
set "BPU4J_CHECK=%BPU4J_CHECK% $f=@(Get-ChildItem $h -Filter pom.xml)+@(Get-ChildItem (Join-Path $h '*\pom.xml'))+@(Get-ChildItem (Join-Path $h '*\src\main') -Recurse -File);"
set "BPU4J_CHECK=%BPU4J_CHECK% return [bool]($f.Where({ $_.LastWriteTimeUtc -gt $t }, 'First')) };"
set "BPU4J_CHECK=%BPU4J_CHECK% if (-not (Stale)) { exit 0 };"
set "BPU4J_CHECK=%BPU4J_CHECK% $m=New-Object Threading.Mutex($false, 'bpu4j'); try { [void]$m.WaitOne() } catch [Threading.AbandonedMutexException] { };"
set "BPU4J_CHECK=%BPU4J_CHECK% if (-not (Stale)) { exit 0 };"
set "BPU4J_CHECK=%BPU4J_CHECK% [Console]::Error.WriteLine('bpu4j: building; the first time this takes a few minutes');"
set "BPU4J_CHECK=%BPU4J_CHECK% $b=Get-Date; Push-Location $h;"
set "BPU4J_CHECK=%BPU4J_CHECK% cmd /c 'mvn -B -ntp -q -pl cli -am package -DskipTests -Dspotless.check.skip=true 1>&2';"
set "BPU4J_CHECK=%BPU4J_CHECK% if ($LASTEXITCODE -ne 0) { exit 3 };"
set "BPU4J_CHECK=%BPU4J_CHECK% Remove-Item (Join-Path $env:BPU4J_TARGET 'bpu4j*.jsa') -ErrorAction Ignore; Set-Content $s ''; (Get-Item $s).LastWriteTime=$b; exit 0"
powershell -NoProfile -ExecutionPolicy Bypass -Command "%BPU4J_CHECK%"
if errorlevel 1 exit /b 3


:run
rem A class archive belongs to one JDK, whose version is in a file beside its bin folder, and one build.
if "%BPU4J_JAVA%"=="java" (for %%J in (java.exe) do set "BPU4J_RELEASE=%%~dp$PATH:J..\release") else (for %%J in ("%BPU4J_JAVA%") do set "BPU4J_RELEASE=%%~dpJ..\release")
set "BPU4J_VERSION=unknown"
set "BPU4J_VENDOR="
if not exist "%BPU4J_RELEASE%" goto named
for /f "usebackq tokens=1,2 delims==" %%K in ("%BPU4J_RELEASE%") do if "%%K"=="IMPLEMENTOR" set "BPU4J_VENDOR=-%%~L"
for /f "usebackq tokens=1,2 delims==" %%K in ("%BPU4J_RELEASE%") do if "%%K"=="JAVA_VERSION" set "BPU4J_VERSION=%%~L"
for /f "usebackq tokens=1,2 delims==" %%K in ("%BPU4J_RELEASE%") do if "%%K"=="JAVA_RUNTIME_VERSION" set "BPU4J_VERSION=%%~L"
:named
set "BPU4J_SHARE=-Xshare:auto"
if not defined BPU4J_ARCHIVES goto start
set "BPU4J_ARCHIVE=%BPU4J_ARCHIVES%\bpu4j-%BPU4J_VERSION%%BPU4J_VENDOR%-%BPU4J_BUILD:~0,16%.jsa"
if exist "%BPU4J_ARCHIVE%" goto made
set "BPU4J_MADE=%BPU4J_ARCHIVE%.%RANDOM%"
"%BPU4J_JAVA%" %BPU4J_JVM% "-XX:ArchiveClassesAtExit=%BPU4J_MADE%" -jar "%BPU4J_JAR%" classify --runtime onnx --json "%BPU4J_PICTURE%" >nul 2>&1 <nul
rem An empty archive: it could not be made, and is not tried again at each start.
if not exist "%BPU4J_MADE%" type nul >"%BPU4J_MADE%" 2>nul
move /y "%BPU4J_MADE%" "%BPU4J_ARCHIVE%" >nul 2>&1
:made
if exist "%BPU4J_ARCHIVE%" for %%F in ("%BPU4J_ARCHIVE%") do if %%~zF gtr 0 set "BPU4J_SHARE=-XX:SharedArchiveFile=%BPU4J_ARCHIVE%"
:start
"%BPU4J_JAVA%" %BPU4J_JVM% "%BPU4J_SHARE%" -Xlog:disable -Xlog:all=error:stderr %BPU4J_JAVA_OPTS% -jar "%BPU4J_JAR%" %*
exit /b %ERRORLEVEL%

:nojava
echo bpu4j: there is no java; install a JDK, 17 or newer, and set JAVA_HOME to its folder 1>&2
exit /b 3
