# Puts a site into nginx, or takes it out: tested beside the others, renamed into place, the old one back when it does
# not load.
# In: SITE (its configuration; empty for none) VISITORS (the file of who may look at it; empty for everybody)
shared
# nginx's workers read it. The one of before stays until nginx asks for none.
if [ -n "$VISITORS" ]; then
  printf '%s' "$VISITORS" | write "$W/jetee-visitors"
  chmod 644 "$W/jetee-visitors"
fi
rm -rf nginx/staging
mkdir -p nginx/staging/sites nginx/sites
for site in nginx/sites/*.conf; do
  if [ -e "$site" ]; then cp "$site" nginx/staging/sites/; fi
done
rm -f "nginx/staging/sites/$PROJECT.conf"
if [ -n "$SITE" ]; then printf '%s' "$SITE" >"nginx/staging/sites/$PROJECT.conf"; fi
sed 's#/etc/jetee/sites/#/etc/jetee/staging/sites/#' nginx/nginx.conf >nginx/staging/nginx.conf
docker exec jetee-nginx nginx -t -q -c /etc/jetee/staging/nginx.conf
# Whoever is interrupted before nginx has loaded it leaves this mark, and the next run does it again.
: >nginx/sites/unloaded
if [ -n "$SITE" ]; then
  mv "nginx/staging/sites/$PROJECT.conf" "nginx/sites/$PROJECT.conf"
else
  rm -f "nginx/sites/$PROJECT.conf"
fi
rm -rf nginx/staging
reload jetee-nginx
if [ -z "$VISITORS" ]; then rm -f "$W/jetee-visitors"; fi
rm -f nginx/sites/unloaded
