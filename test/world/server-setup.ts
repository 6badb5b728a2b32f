/** A login besides root. */
export type NewUser = {
  readonly authorizedKeys: readonly string[]
  /** May become root without a password; sudo is installed for it. */
  readonly sudo?: boolean
  /** Belongs to the group docker, which is made when it is not there yet. */
  readonly docker?: boolean
}

/**
 * The lines of a script that install Debian packages on a server. A mirror may be out of reach for a moment, and a server
 * that has just started may still be busy with its own packages: it is tried three times, and what apt said is shown when
 * that was in vain.
 */
export const installLines = (packages: string): string =>
  `export DEBIAN_FRONTEND=noninteractive
   world_apt() { apt-get -qq -o DPkg::Lock::Timeout=120 -o Acquire::Retries=5 "$@"; }
   world_try=1
   until { world_apt update && world_apt install -y --no-install-recommends ${packages}; } > /tmp/world-apt.log 2>&1; do
     if [ "$world_try" = 3 ]; then cat /tmp/world-apt.log >&2; exit 1; fi
     world_try=$((world_try + 1))
     sleep 5
   done
   rm /tmp/world-apt.log`

type Must = (script: string, options?: { input?: string }) => Promise<string>

/** Adds a login to a server. */
export async function addUser(must: Must, name: string, options: NewUser): Promise<void> {
  if (!/^[a-z][a-z0-9-]*$/.test(name)) throw new Error(`${name} is no name for a user.`)
  const lines = options.authorizedKeys.map((line) => line.trim()).join('\n')
  await must(
    `useradd --create-home --shell /bin/bash --password '*' ${name}
     install -d -m 700 -o ${name} -g ${name} /home/${name}/.ssh
     cat > /home/${name}/.ssh/authorized_keys
     chown ${name}: /home/${name}/.ssh/authorized_keys`,
    { input: `${lines}\n` },
  )
  if (options.docker) await must(`groupadd --force --system docker; usermod --append --groups docker ${name}`)
  if (options.sudo) {
    await must(
      `${installLines('sudo')}
       echo '${name} ALL=(ALL) NOPASSWD:ALL' > /etc/sudoers.d/${name}
       chmod 440 /etc/sudoers.d/${name}`,
    )
  }
}

/** Replaces the world's drop-in of sshd's configuration, checks it and reloads sshd. */
export async function setSshdConfig(must: Must, lines: readonly string[]): Promise<void> {
  const file = '/etc/ssh/sshd_config.d/00-world.conf'
  await must(`cat > ${file}; sshd -t; systemctl reload ssh`, { input: `${lines.join('\n')}\n` })
}
