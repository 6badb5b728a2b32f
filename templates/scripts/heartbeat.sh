# Holds what the shell holds until standard input ends or is silent for 20 seconds.
while [ -n "$(timeout 20 head -c 1)" ]; do :; done
