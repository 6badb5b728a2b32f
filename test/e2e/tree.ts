import { git } from '../world/checkout.ts'
import type { Server } from '../world/server.ts'

/** Folders, files with git's mode and content, and links of a commit, one a line. */
export const committedTree = async (folder: string, revision: string): Promise<readonly string[]> => {
  const listing = await git(folder, 'ls-tree', '-r', '-t', '-z', '--full-tree', revision)
  return listing
    .split('\0')
    .filter(Boolean)
    .map((entry) => {
      const [, mode = '', kind, blob = '', path = ''] = /^(\d+) (\w+) (\w+)\t(.*)$/s.exec(entry) ?? []
      return kind === 'tree' ? `folder ${path}` : `${mode} ${blob} ${path}`
    })
    .sort()
}

const lister = `
import hashlib, os, sys
out = []
def walk(folder):
    for entry in os.scandir(folder):
        path = os.fsencode(os.path.relpath(entry.path, '/app'))
        if path in (b'static', b'media'):
            continue
        if entry.is_dir(follow_symlinks=False):
            out.append(b'folder ' + path)
            walk(entry.path)
            continue
        if entry.is_symlink():
            mode, content = b'120000', os.fsencode(os.readlink(entry.path))
        else:
            mode = b'100755' if entry.stat().st_mode & 0o100 else b'100644'
            content = open(entry.path, 'rb').read()
        blob = hashlib.sha1(b'blob %d\\0' % len(content) + content).hexdigest().encode()
        out.append(b' '.join([mode, blob, path]))
walk('/app')
sys.stdout.buffer.write(b'\\0'.join(out))
`

/** The same of the code in a release's container, less the two folders that are mounted there. */
export const deployedTree = async (server: Server, container: string): Promise<readonly string[]> => {
  const listing = await server.must(`docker exec -i --user app ${container} python3 -`, { input: lister })
  return listing.split('\0').sort()
}
