# Shows the key that the server has for a repository, or puts another one in its place (repository.sh stands before this
# text).
# In: PROJECT NAME (of the repository's folder) VERB (show or rotate); standard input of rotate: "use", once "@jetee next
# PUBLIC-KEY" was printed and GitHub lets that one in.
need_git
umask 077
mkdir -p repositories
hold "$NAME"
# So that the project's removal finds the key, also one that nothing was fetched with.
: >"repositories/$NAME/users/$PROJECT"
key="repositories/$NAME/key"
[ -e "$key" ] || make_key "$key"
tell_key "$NAME"
if [ "$VERB" = rotate ]; then
  # One that an interrupted rotation has left may be at GitHub already.
  [ -e "$key.next" ] || make_key "$key.next"
  echo "@jetee next $(ssh-keygen -y -f "$key.next" </dev/null)"
  read -r answer
  [ "$answer" = use ]
  # A key that was let in a moment ago is not known everywhere at once: the next fetch is patient with it (fetch.sh).
  rm -f "repositories/$NAME/worked"
  mv "$key.next" "$key"
fi
