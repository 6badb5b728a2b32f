# Writes nginx's main configuration; the sites come later, one by one. One that runs tests it first, with the sites that are
# there, and then loads it: no site is away meanwhile.
# In: NGINX_CONF NGINX (the container that runs and goes on, or empty)
shared
mkdir -p nginx/sites www
chmod 755 www
printf '%s' "$NGINX_CONF" | write nginx/next.conf
if [ -n "$NGINX" ]; then
  docker exec "$NGINX" nginx -t -q -c /etc/jetee/next.conf
  # Whoever is interrupted before nginx has loaded it leaves this mark, and the next run loads it with the site.
  : >nginx/sites/unloaded
fi
mv nginx/next.conf nginx/nginx.conf
if [ -n "$NGINX" ]; then
  reload "$NGINX"
  rm -f nginx/sites/unloaded
fi
