import type { Server } from '../world/server.ts'

/**
 * All that a deploy leaves of a project on a server, a line each: containers with what they are made from, images,
 * networks, volumes, files, the texts of nginx. Two servers, or two moments, with equal text are in the same state: names
 * and numbers that differ from release to release, or from commit to commit, are written as N and T.
 */
export const stateOf = async (server: Server, project: string): Promise<string> => {
  const text = await server.must(
    `cd /var/lib/jetee
     docker ps -aq | xargs docker inspect --format 'container {{.Name}} {{.State.Status}} {{.Config.Image}} restart={{.HostConfig.RestartPolicy.Name}} service={{index .Config.Labels "jetee.service"}} networks={{range $name, $_ := .NetworkSettings.Networks}}{{$name}},{{end}} {{json .HostConfig.Binds}}' | sort
     docker images --format 'image {{.Repository}}:{{.Tag}}' | sort
     docker network ls --format 'network {{.Name}}' | sort
     docker volume ls --format 'volume {{.Name}}' | sort
     find . -path ./locks -prune -o -path './projects/*/failed*' -prune -o -path './projects/*/releases/*/logs*' -prune -o -path './projects/*/source/*/*' -prune -o -printf 'file %y %m %u %p %l\\n' | sort
     for text in nginx/sites/*.conf nginx/nginx.conf projects/${project}/entrance/nginx.conf discovery/*.json; do echo "text $text $(sed -E 's/[0-9a-f]{12,}/H/g; s/10(\\.[0-9]+){3}/IP/g' "$text" | sha256sum)"; done
     docker exec "$(docker ps --format '{{.Names}}' | grep '^${project}-app-[0-9]*$')" supervisorctl -c /etc/jetee/supervisord.conf status | awk '{ print "process", $1, $2 }'
     ls -A locks | sed 's/^/lock /'`,
  )
  const numbers = [...new Set(text.match(new RegExp(`(?<=image jetee/${project}:)\\d+`, 'g')) ?? [])]
    .map(Number)
    .sort((a, b) => b - a)
  const named = numbers.reduce(
    (now, number, index) =>
      now.replaceAll(
        new RegExp(`(?<=${project}-[a-z]+-|jetee/${project}:|/releases/|/r/|\\br/)${number}\\b`, 'g'),
        index === 0 ? 'N' : `N-${index}`,
      ),
    text,
  )
  return (
    named
      .replaceAll(/(?<=\/source\/)[0-9a-f]{40}/g, 'T')
      .replaceAll(/(?<=\/)[0-9a-f]{20}\b/g, 'S')
      // Django puts a hash of a static file's content into its name.
      .replaceAll(/\.[0-9a-f]{12}\./g, '.H.')
      .split('\n')
      .sort()
      .join('\n')
  )
}

/** Lines that two states do not share. */
export const differences = (wanted: string, found: string): readonly string[] => {
  const before = wanted.split('\n')
  const after = found.split('\n')
  return [
    ...before.filter((line) => !after.includes(line)).map((line) => `- ${line}`),
    ...after.filter((line) => !before.includes(line)).map((line) => `+ ${line}`),
  ]
}
