# Makes atlante-sociale-VERSION-windows-x86_64.zip in the current folder. See packaging/README.md.
$ErrorActionPreference = "Stop"
$root = Split-Path -Parent $PSScriptRoot
$out = (Get-Location).Path
Push-Location $root
try {
    $manifest = Get-Content (Join-Path $root "Cargo.toml") -Raw
    $version = [regex]::Match($manifest, '(?m)^version = "([^"]+)"').Groups[1].Value
    $name = "atlante-sociale-$version-windows-x86_64"
    $triple = "x86_64-pc-windows-msvc"

    # The C runtime inside: nothing to install beside the programs.
    $env:RUSTFLAGS = "-C target-feature=+crt-static"
    cargo build --release --locked --target $triple
    if ($LASTEXITCODE -ne 0) { throw "the build failed" }
    $target = $env:CARGO_TARGET_DIR
    if (-not $target) { $target = Join-Path $root "target" }

    $folder = Join-Path ([IO.Path]::GetTempPath()) $name
    if (Test-Path $folder) { Remove-Item $folder -Recurse }
    New-Item $folder -ItemType Directory | Out-Null
    foreach ($program in "atlante.exe", "atlante-cli.exe") {
        Copy-Item (Join-Path $target "$triple/release/$program") $folder
    }
    foreach ($text in "LICENSE", "README.md", "CHANGELOG.md", "THIRD-PARTY-NOTICES.md") {
        Copy-Item (Join-Path $root $text) $folder
    }
    Copy-Item (Join-Path $root "assets/fonts/LICENSE-OFL.txt") $folder
    python packaging/third_party.py --texts (Join-Path $folder "THIRD-PARTY-LICENCES.txt")
    if ($LASTEXITCODE -ne 0) { throw "the licence texts could not be gathered" }

    $zip = Join-Path $out "$name.zip"
    Compress-Archive -Path $folder -DestinationPath $zip -Force
    Remove-Item $folder -Recurse
    Write-Output $zip
}
finally {
    Pop-Location
}
