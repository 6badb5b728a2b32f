/** A login besides root. */
export type NewUser = {
  readonly authorizedKeys: readonly string[]
  /** May become root without a password; sudo is installed for it. */
  readonly sudo?: boolean
  /** Belongs to the group docker, which is made when it is not there yet. */
  readonly docker?: boolean
}

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
      `export DEBIAN_FRONTEND=noninteractive
       command -v sudo > /dev/null || { apt-get -qq update; apt-get -qq install -y --no-install-recommends sudo > /dev/null 2>&1; }
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
