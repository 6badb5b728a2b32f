# Puts a site into nginx: tested beside the others, renamed into place, the old one back when it does not load.
# In: SITE (its configuration)
shared
rm -rf nginx/staging
mkdir -p nginx/staging/sites nginx/sites
for site in nginx/sites/*.conf; do
  if [ -e "$site" ]; then cp "$site" nginx/staging/sites/; fi
done
printf '%s' "$SITE" >"nginx/staging/sites/$PROJECT.conf"
sed 's#/etc/jetee/sites/#/etc/jetee/staging/sites/#' nginx/nginx.conf >nginx/staging/nginx.conf
docker exec jetee-nginx nginx -t -q -c /etc/jetee/staging/nginx.conf
# Whoever is interrupted before nginx has loaded it leaves this mark, and the next run does it again.
: >nginx/sites/unloaded
mv "nginx/staging/sites/$PROJECT.conf" "nginx/sites/$PROJECT.conf"
rm -rf nginx/staging
docker exec jetee-nginx nginx -s reload -c /etc/jetee/nginx.conf
rm -f nginx/sites/unloaded
