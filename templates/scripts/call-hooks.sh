# Runs hooks that are no part of another script (release.sh and hooks.sh stand before this text).
# In: HOOKS (as run_hooks takes them), and what hooks.sh takes
run_hooks "$HOOKS" || exit 1
