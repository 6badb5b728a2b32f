# Writes nginx's main configuration; the sites come later, one by one.
# In: NGINX_CONF
shared
mkdir -p nginx/sites www
chmod 755 www
printf '%s' "$NGINX_CONF" | write nginx/nginx.conf
