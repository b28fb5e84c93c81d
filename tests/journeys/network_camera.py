# SPDX-License-Identifier: MIT
"""A camera on the network that shows what it is told, and can be unplugged: pictures as a multipart stream over TCP,
which the kiosk opens by a pipeline of its settings."""
import itertools
import socket
import subprocess
import threading
import time

FRAME_S = 0.1


def jpegs(*picture):
    """The same picture three times, each with the noise of its own that every sensor has: a picture that never
    changes is a broken camera."""
    return [subprocess.run(["convert", *map(str, picture), "-attenuate", "0.05", "-seed", str(seed), "+noise",
                            "gaussian", "jpeg:-"], check=True, stdout=subprocess.PIPE).stdout for seed in (1, 2, 3)]


class NetworkCamera:
    def __init__(self):
        self.empty = jpegs("-size", "1280x720", "xc:gray60")
        self.dark = jpegs("-size", "1280x720", "xc:gray6")
        self.picture = self.empty
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        self.listener = None
        self.plug_in()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        if self.listener:
            self.unplug()

    @property
    def pipeline(self):
        return (f"tcpclientsrc host=127.0.0.1 port={self.port} ! "
                "multipartdemux boundary=frame single-stream=true ! image/jpeg,framerate=10/1 ! jpegdec")

    def show(self, picture_file):
        self.picture = jpegs(picture_file)

    def show_nothing(self):
        self.picture = self.empty

    def lights_out(self):
        self.picture = self.dark

    def plug_in(self):
        self.listener = socket.create_server(("127.0.0.1", self.port))
        threading.Thread(target=self.serve, args=(self.listener,), daemon=True).start()

    def unplug(self):
        listener, self.listener = self.listener, None
        listener.close()
        time.sleep(2 * FRAME_S)

    def serve(self, listener):
        while self.listener is listener:
            try:
                listener.settimeout(FRAME_S)
                connection, _ = listener.accept()
            except TimeoutError:
                continue
            except OSError:
                return
            threading.Thread(target=self.stream, args=(listener, connection), daemon=True).start()

    def stream(self, listener, connection):
        with connection:
            try:
                for number in itertools.count():
                    if self.listener is not listener:
                        return
                    picture = self.picture[number % len(self.picture)]
                    head = f"--frame\r\nContent-Type: image/jpeg\r\nContent-Length: {len(picture)}\r\n\r\n"
                    connection.sendall(head.encode() + picture + b"\r\n")
                    time.sleep(FRAME_S)
            except OSError:
                return
