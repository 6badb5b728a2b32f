# Holds what the shell holds until standard input ends or is silent for 18 seconds: after a cut, it is free within 20.
while [ -n "$(timeout 18 head -c 1)" ]; do :; done
