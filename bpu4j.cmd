@echo off
rem SPDX-License-Identifier: Apache-2.0
rem Runs the bpu4j command from a source tree; first builds what is missing or older than its sources.
rem BPU4J_JAVA_OPTS: further options of the JVM. JAVA_HOME: the Java to use, 17 or newer.
setlocal
set "BPU4J_HOME=%~dp0"
set "BPU4J_TARGET=%BPU4J_HOME%cli\target"
set "BPU4J_JAR=%BPU4J_TARGET%\bpu4j-cli.jar"
set "BPU4J_STAMP=%BPU4J_TARGET%\launcher.stamp"
set "BPU4J_JAVA=java"
if defined JAVA_HOME if exist "%JAVA_HOME%\bin\java.exe" set "BPU4J_JAVA=%JAVA_HOME%\bin\java.exe"
set "BPU4J_JVM=-XX:+UseSerialGC -XX:-UsePerfData -Xshare:auto -Djava.awt.headless=true"

if not "%BPU4J_JAVA%"=="java" goto found
where /q java.exe
if errorlevel 1 goto nojava
:found

rem A class archive belongs to one JDK, whose version is in a file beside its bin folder.
if "%BPU4J_JAVA%"=="java" (for %%J in (java.exe) do set "BPU4J_RELEASE=%%~dp$PATH:J..\release") else (for %%J in ("%BPU4J_JAVA%") do set "BPU4J_RELEASE=%%~dpJ..\release")
set "BPU4J_VERSION=unknown"
if exist "%BPU4J_RELEASE%" for /f "tokens=2 delims==" %%V in ('findstr /b JAVA_RUNTIME_VERSION "%BPU4J_RELEASE%"') do set "BPU4J_VERSION=%%~V"
set "BPU4J_ARCHIVE=%BPU4J_TARGET%\bpu4j-%BPU4J_VERSION%.jsa"

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

if not exist "%BPU4J_ARCHIVE%" "%BPU4J_JAVA%" %BPU4J_JVM% "-XX:ArchiveClassesAtExit=%BPU4J_ARCHIVE%" -jar "%BPU4J_JAR%" classify --runtime onnx --json "%BPU4J_HOME%examples\images\chelsea.png" >nul 2>&1
rem An empty archive: it could not be made, and is not tried again at each start.
if not exist "%BPU4J_ARCHIVE%" type nul >"%BPU4J_ARCHIVE%"
set "BPU4J_SHARE=-Xshare:auto"
for %%F in ("%BPU4J_ARCHIVE%") do if %%~zF gtr 0 set "BPU4J_SHARE=-XX:SharedArchiveFile=%BPU4J_ARCHIVE%"
"%BPU4J_JAVA%" %BPU4J_JVM% "%BPU4J_SHARE%" -Xlog:disable -Xlog:all=error:stderr %BPU4J_JAVA_OPTS% -jar "%BPU4J_JAR%" %*
exit /b %ERRORLEVEL%

:nojava
echo bpu4j: there is no java; install a JDK, 17 or newer, and set JAVA_HOME to its folder 1>&2
exit /b 3
