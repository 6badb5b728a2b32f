# Shows the key that the server has for a repository, or puts another one in its place (repository.sh stands before this
# text).
# In: NAME (of the repository's folder) VERB (show or rotate); standard input of rotate: "use", once "@jetee next
# PUBLIC-KEY" was printed and GitHub lets that one in.
need_git
umask 077
mkdir -p repositories
hold "$NAME"
key="repositories/$NAME/key"
[ -e "$key" ] || make_key "$key"
tell_key "$NAME"
if [ "$VERB" = rotate ]; then
  # One that an interrupted rotation has left may be at GitHub already.
  [ -e "$key.next" ] || make_key "$key.next"
  echo "@jetee next $(ssh-keygen -y -f "$key.next" </dev/null)"
  read -r answer
  [ "$answer" = use ]
  mv "$key.next" "$key"
fi
