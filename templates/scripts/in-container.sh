# Runs in a container, and becomes the command, or a shell, once it has said that it begins, and by which process's number.
# The positional parameters: the container's name, rows and columns of the terminal, the command (none for a shell)
# Docker tells older engines the size only after the start.
if [ "$(stty size 2>/dev/null)" = "0 0" ]; then stty rows "$2" cols "$3"; fi
echo "@jetee begin $1 $$"
shift 3
if [ $# -gt 0 ]; then exec "$@"; fi
if command -v bash >/dev/null; then exec bash; fi
exec sh
