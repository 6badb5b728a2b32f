import { createHash } from 'node:crypto'
import { crc32 } from 'node:zlib'

/** A Python package in the form pip installs, with the name of its file. */
export type Wheel = { readonly file: string; readonly content: Buffer }

/** Builds a pure Python wheel of one module. */
export function buildWheel(name: string, version: string, source: string): Wheel {
  const module = name.replaceAll('-', '_')
  const info = `${module}-${version}.dist-info`
  const files = {
    [`${module}.py`]: source,
    [`${info}/METADATA`]: `Metadata-Version: 2.1\nName: ${name}\nVersion: ${version}\n`,
    [`${info}/WHEEL`]: 'Wheel-Version: 1.0\nGenerator: world\nRoot-Is-Purelib: true\nTag: py3-none-any\n',
  }
  const records = Object.entries(files).map(([path, text]) => {
    const digest = createHash('sha256').update(text).digest('base64url')
    return `${path},sha256=${digest},${Buffer.byteLength(text)}`
  })
  const record = `${info}/RECORD`
  return {
    file: `${module}-${version}-py3-none-any.whl`,
    content: zip({ ...files, [record]: `${[...records, `${record},,`].join('\n')}\n` }),
  }
}

/** A zip archive of text files, uncompressed. */
function zip(files: Readonly<Record<string, string>>): Buffer {
  const bodies: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const [path, text] of Object.entries(files)) {
    const name = Buffer.from(path)
    const data = Buffer.from(text)
    // Version 2.0, no flags, stored, 1 January 1980; sizes and lengths follow.
    const common = Buffer.alloc(26)
    common.writeUInt16LE(20, 0)
    common.writeUInt16LE(0x21, 8)
    common.writeUInt32LE(crc32(data), 10)
    common.writeUInt32LE(data.length, 14)
    common.writeUInt32LE(data.length, 18)
    common.writeUInt16LE(name.length, 22)
    bodies.push(Buffer.from('PK\x03\x04'), common, name, data)
    const rest = Buffer.alloc(14)
    rest.writeUInt32LE(0o100644 * 0x10000, 6)
    rest.writeUInt32LE(offset, 10)
    directory.push(Buffer.from('PK\x01\x02'), Buffer.from([20, 3]), common, rest, name)
    offset += 30 + name.length + data.length
  }
  const index = Buffer.concat(directory)
  const end = Buffer.alloc(18)
  const count = Object.keys(files).length
  end.writeUInt16LE(count, 4)
  end.writeUInt16LE(count, 6)
  end.writeUInt32LE(index.length, 8)
  end.writeUInt32LE(offset, 12)
  return Buffer.concat([...bodies, index, Buffer.from('PK\x05\x06'), end])
}
