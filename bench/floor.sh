# An update as by hand, on the server itself: what a careful person would type for this one site. The image is built on
# the cache of the last one; the new container starts beside the old one; migrations, static files, health, the link, the
# helper, the old container's stop. Then all is put back, so that the action finds what it left.
# In: VERSION HOST; prints the milliseconds that the update took
set -eu
cd /var/lib/jetee
P=projects/guestbook
W=www/guestbook
old=$(readlink "$W/current")
old=${old#r/}
new=9000
control() {
  c=guestbook-app-$1
  shift
  docker exec "$c" supervisorctl -c /etc/jetee/supervisord.conf "$@"
}
# What a checkout on the server would be.
source=/tmp/floor
rm -rf "$source"
cp -a "$(ls -td "$P"/source/*/ | head -n 1)" "$source"
printf 'VERSION = "%s"\n' "$VERSION" >"$source/guestbook/version.py"
begun=$(date +%s%N)

DOCKER_BUILDKIT=1 docker build -q -f "$P/releases/$old/Dockerfile" -t "guestbook:$new" "$source" >/dev/null
folder=$(ls "$W/r/$old" | grep -v '^static$')
mkdir -p "$P/releases/$new"
cp -a "$P/releases/$old/mount" "$P/releases/$new/mount"
rm -f "$P/releases/$new/mount/active" "$P/releases/$new/mount/serving"
install -d -m 755 "$W/r/$new" "$W/r/$new/$folder" "$W/r/$new/static"
docker inspect -f '{{range .Config.Env}}{{println .}}{{end}}' "guestbook-app-$old" | grep . >"$P/releases/$new/env"
binds=$(docker inspect -f '{{range .HostConfig.Binds}}{{println "-v" .}}{{end}}' "guestbook-app-$old" |
  sed "s|/r/$old/|/r/$new/|; s|/releases/$old/|/releases/$new/|")
# shellcheck disable=SC2086 # a list of words
docker run -d --name "guestbook-app-$new" --network jetee-guestbook --env-file "$P/releases/$new/env" $binds \
  "guestbook:$new" >/dev/null
until control $new pid >/dev/null 2>&1; do sleep 0.1; done
for task in migrate collectstatic; do
  docker exec --user app "guestbook-app-$new" python manage.py $task --noinput >/dev/null
done
control $new start web >/dev/null &
until [ "$(docker exec jetee-nginx curl -s -o /dev/null -w '%{http_code}' -m 5 -H "Host: $HOST" \
  --unix-socket "$PWD/$W/r/$new/$folder/web.sock" http://localhost/health/)" = 200 ]; do sleep 0.1; done

: >"$P/releases/$new/mount/serving"
docker update --restart=always "guestbook-app-$new" >/dev/null
ln -s "r/$new" "$W/current.new"
mv -T "$W/current.new" "$W/current"
rm "$P/releases/$old/mount/active"
docker update --restart=no "guestbook-app-$old" >/dev/null
control "$old" stop worker >/dev/null
: >"$P/releases/$new/mount/active"
# It reports once the worker has run for a second.
control $new start worker >/dev/null
docker stop "guestbook-app-$old" >/dev/null
echo $((($(date +%s%N) - begun) / 1000000))

: >"$P/releases/$old/mount/active"
docker update --restart=always "guestbook-app-$old" >/dev/null
docker start "guestbook-app-$old" >/dev/null
until [ "$(docker exec jetee-nginx curl -s -o /dev/null -w '%{http_code}' -m 5 -H "Host: $HOST" \
  --unix-socket "$PWD/$W/r/$old/$folder/web.sock" http://localhost/health/)" = 200 ]; do sleep 0.1; done
ln -s "r/$old" "$W/current.new"
mv -T "$W/current.new" "$W/current"
docker rm -f "guestbook-app-$new" >/dev/null
docker rmi "guestbook:$new" >/dev/null
rm -rf "$P/releases/$new" "$W/r/$new" "$source"
