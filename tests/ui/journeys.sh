#!/bin/bash
# SPDX-License-Identifier: MIT
# Drives the real screen with real input and asserts what its last frame says:
#   journeys.sh UI_SHELL WIDTH HEIGHT FOLDER [--english]
# Needs xvfb, xdotool. Pictures of the screens stay in FOLDER.
set -u
program=$1 width=$2 height=$3 folder=$4
shift 4

if [ -z "${JOURNEYS_INSIDE:-}" ]; then
    export JOURNEYS_INSIDE=1
    exec xvfb-run -a -s "-screen 0 ${width}x${height}x24" "$0" "$program" "$width" "$height" "$folder" "$@"
fi

mkdir -p "$folder"
frame=$folder/frame.json
rm -f "$frame"
# Screens move unless pictures are taken of them: in English they do.
pictures=(--screenshots "$folder")
[ "${JOURNEYS:-chinese}" = english ] && pictures=()
"$program" --describe "$frame" "${pictures[@]}" --size "${width}x${height}" --camera "$@" >"$folder/log" 2>&1 &
shell=$!
trap 'kill -KILL $shell 2>/dev/null' EXIT

fail() {
    echo "FAILED: $1" >&2
    [ -f "$frame" ] && head -c 2000 "$frame" >&2
    exit 1
}

# Waits for a frame that holds the text; how long a machine takes is not asserted.
await() {
    for _ in $(seq 600); do
        grep -qsF -- "$1" "$frame" && return
        kill -0 $shell 2>/dev/null || fail "the screen ended while waiting for $1"
        sleep 0.1
    done
    fail "never saw $1"
}
on_screen() { await "\"screen\":\"$1\""; }
says() { grep -qF -- "\"label\":\"$1\"" "$frame" || await "\"label\":\"$1\""; }
says_not() { ! grep -qF -- "$1" "$frame" || fail "still says $1"; }

tap() {
    local rect
    says "$1"
    rect=$(sed -n "s/.*\"role\":\"button\",\"label\":\"$1\",.*\"rect\":\[\([0-9,-]*\)\].*/\1/p" "$frame" | head -n 1)
    [ -n "$rect" ] || fail "no button $1"
    IFS=, read -r x y w h <<<"$rect"
    [ "$h" -ge $((height * 60 / 1920)) ] || fail "$1 is too small to touch"
    sleep 0.3  # nobody is faster; a second tap at once would be taken for half of a double tap
    xdotool mousemove $((x + w / 2)) $((y + h / 2)) click 1
}
scan() {
    xdotool type --delay 8 "$1"
    xdotool key Return
}

on_screen home
xdotool mousemove 5 5
journeys=${JOURNEYS:-chinese}
if [ "$journeys" = english ]; then
    tap English
    says Register
    says "Works without network"
    scan SIGNEDIN
    on_screen sign_in
    says "Scan again before you go"
    tap Done
    on_screen home
    tap 中文
    says 报到
    exit 0
fi

scan REGISTERED
on_screen registered
says 报到成功
says "林晓燕 同志"
# Her name is masked after three seconds, without a touch.
says "林＊燕 同志"
says_not 林晓燕
tap 打印回执单
says 单据已送打印机，请在出纸口取走
on_screen home
says_not 林＊

# The next person is served while the last confirmation still shows.
scan SIGNEDIN
on_screen sign_in
says 签到成功
says "活动 11:30 结束"
scan SIGNEDOUT
on_screen sign_out
says 签退成功
says "再服务 2 小时 40 分，就满 10 小时"
tap 我要参加
says 已报名
tap 知道了
on_screen home
scan NEWCOMER
on_screen sign_out
says 本期不作要求
tap 知道了
on_screen home

scan PARKED99
on_screen attention
says 待核实
says "枫林A-待核 0042"
tap 返回首页
on_screen home
scan HTTPSEXAMPLE
on_screen attention
says "这不是“双报到”的二维码"
# Escape, tabs and control keys of a scanner are no commands.
xdotool key Escape Tab ctrl+q alt+F4 F1 2>/dev/null
sleep 0.3
on_screen attention
tap 返回首页
on_screen home

tap 我的记录
on_screen guide
scan SIGNEDIN
on_screen record
says 核对码\ 7F3A-91C2，与打印件一致。
says "扫错，未计入"
# Somebody else's code raises the banner; the reader may ask for time.
scan SIGNEDOUT
says 再等我一下
tap 再等我一下
tap 看完了
on_screen home

tap 没带签到卡、报到单
on_screen find
tap "A B C"
says ABC
tap 短码
says "请输入二维码下面的 14 位短码"
tap 7
tap F
says 7F
tap 返回
on_screen home

# A finger that slides off a tile does nothing.
says 报到
xdotool mousemove $((width * 3 / 4)) $((height / 5)) mousedown 1 mousemove $((width / 3)) $((height / 2)) mouseup 1
sleep 0.3
on_screen home
kill -TERM $shell
echo "journeys done at ${width}x${height}"
