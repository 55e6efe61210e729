#!/bin/sh
# The pictures of participants that nobody sits behind: 30 frames of VP8 in IVF, which begin with a keyframe and are played
# in a circle. A white bar crosses a plain colour once in that time. Needs FFmpeg with libvpx.
cd "$(dirname "$0")" || exit 1
paint() {
  ffmpeg -y -v error \
    -f lavfi -i "color=c=$2:s=640x480:r=15:d=2" -f lavfi -i 'color=white:s=48x480:r=15:d=2' \
    -filter_complex "[0][1]overlay=x='mod(t*320,640)'" \
    -c:v libvpx -deadline good -b:v 200k -g 30 -auto-alt-ref 0 -lag-in-frames 0 -pix_fmt yuv420p \
    -f ivf "$1.ivf"
}
paint green 0x2e9e4f
paint orange 0xe0702a
paint purple 0x7a3fb0
paint teal 0x1b8a9e
