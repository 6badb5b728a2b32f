# Has Consul forget the project. A signal that it does not hear, as it is just starting, leaves names that are sick: it
# leaves the project's network next.
shared
rm -f "discovery/$PROJECT".*
docker kill -s HUP jetee-consul >/dev/null 2>&1 || true
