# relocate.sh VERSION FOLDER: lays Debian's Python into a folder that is to become /usr/local, and takes back what
# Debian changes in it: its own folders for modules, and the ban on pip outside of an environment.
version=$1
folder=$2
library=$folder/lib/python$version

mkdir -p "$folder/bin" "$folder/lib" "$folder/share"
cp "/usr/bin/python$version" "$folder/bin/"
cp -a "/usr/lib/python$version" "$folder/lib/"
cp -a /usr/share/python-wheels "$folder/share/"
find "$library" -name __pycache__ -prune -exec rm -r {} +
rm "$library/EXTERNALLY-MANAGED"
mkdir -p "$library/site-packages"
ln -s site-packages "$library/dist-packages" # the module site, frozen into the program, looks there
sed -i "s/'posix_local')/'posix_prefix')/; s/= 'posix_local'/= 'posix_prefix'/" "$library/sysconfig/__init__.py"
sed -i -E "s#/usr/(bin|include|lib|share/python-wheels)#/usr/local/\1#g; s#prefix': '/usr'#prefix': '/usr/local'#" \
  "$library"/_sysconfigdata__linux_*.py
ln -s "python$version" "$folder/bin/python3"
ln -s python3 "$folder/bin/python"
