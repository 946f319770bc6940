"""A child that does what the journal never does: it makes a socket of the internet, unconnected."""

import socket

socket.socket(socket.AF_INET, socket.SOCK_DGRAM).close()
