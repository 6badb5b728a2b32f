# Starts a container that was made for a single command, with this terminal, or these streams, as its own (inside.sh
# stands before this text).
# In: CONTAINER TERMINAL (empty without one)
# From here on keys are the program's: until Docker's client says so, they would be shown twice.
if [ -n "$TERMINAL" ]; then stty raw -echo; fi
echo "@jetee begin"
exec docker start --attach --interactive --detach-keys "$keys" "$CONTAINER"
