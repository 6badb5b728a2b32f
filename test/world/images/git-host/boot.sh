#!/bin/sh
# Makes host keys and the user git, with the number of the user who owns the repositories outside (GIT_UID), and listens.
# Its home is the root, so that `git@host:owner/name.git` and `ssh://git@host/owner/name.git` mean the same.
set -eu
ssh-keygen -q -A
useradd --non-unique --uid "$GIT_UID" --gid nogroup --home-dir / --no-create-home --shell /bin/sh git
usermod --password '*' git
install -d -m 755 /run/sshd /etc/git-host
: > /etc/git-host/keys
exec /usr/sbin/sshd -D -e
