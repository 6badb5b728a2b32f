#!/usr/bin/env node
if (Number(process.versions.node.split('.')[0]) < 24) {
  process.stderr.write('jetee needs Node 24 or newer; this is ' + process.version + '\n')
  process.exit(1)
}
globalThis.jeteeTerminal = true
import('./index.js')
