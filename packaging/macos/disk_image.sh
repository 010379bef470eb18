#!/bin/bash
# disk_image.sh DIST TARGET.dmg: sign the .app, make the image, have it notarised.
# BRAIND_IDENTITY names the signing certificate ("-" signs for this machine alone);
# BRAIND_NOTARY names a stored notarytool profile, and is left out where there is none.
set -euo pipefail
dist=$1 image=$2 here=$(cd "$(dirname "$0")" && pwd)
identity=${BRAIND_IDENTITY:--}
app="$dist/BRAIND.app"
codesign --force --deep --options runtime --timestamp=none \
  --entitlements "$here/entitlements.plist" --sign "$identity" "$app"
codesign --verify --strict "$app"
folder=$(mktemp -d)
cp -R "$app" "$folder/"
ln -s /Applications "$folder/Applications"
rm -f "$image"
hdiutil create -volname BRAIND -srcfolder "$folder" -format UDZO -quiet "$image"
rm -rf "$folder"
if [ -n "${BRAIND_NOTARY:-}" ]; then
  xcrun notarytool submit "$image" --keychain-profile "$BRAIND_NOTARY" --wait
  xcrun stapler staple "$image"
fi
