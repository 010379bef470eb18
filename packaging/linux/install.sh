#!/bin/sh
# Makes BRAIND known to the desktop of this user: ./install.sh; no rights of an administrator needed.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
data=${XDG_DATA_HOME:-$HOME/.local/share}
mkdir -p "$data" "$HOME/.local/bin"
cp -r "$here/share/." "$data/"
ln -sf "$here/BRAIND" "$HOME/.local/bin/braind-desktop"
ln -sf "$here/braind" "$HOME/.local/bin/braind"
sed -i "s|^Exec=.*|Exec=\"$here/BRAIND\" %F|" "$data/applications/braind.desktop"
for tool in "update-mime-database $data/mime" "update-desktop-database $data/applications"; do
  command -v "${tool%% *}" >/dev/null && $tool || true
done
echo "BRAIND is in your menu now."
