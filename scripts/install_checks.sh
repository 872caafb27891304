#!/bin/sh
# Install what the checks marked `browser` need from Debian: a browser, an office and two readers of
# PDF files. Run it as root, or where sudo may be used.
set -eu

packages="chromium chromium-driver libreoffice-calc libreoffice-writer poppler-utils fonts-liberation fonts-dejavu-core"

if ! command -v apt-get >/dev/null 2>&1; then
    echo "This script is for Debian and what descends from it. Elsewhere, install: $packages" >&2
    exit 1
fi
run() { if [ "$(id -u)" -eq 0 ]; then "$@"; else sudo "$@"; fi; }

run apt-get update
# shellcheck disable=SC2086 # one word for each package
run env DEBIAN_FRONTEND=noninteractive apt-get install --yes --no-install-recommends $packages

for program in chromium chromedriver soffice pdfinfo pdftotext pdftoppm; do
    command -v "$program" >/dev/null 2>&1 || { echo "still not there: $program" >&2; exit 1; }
done
