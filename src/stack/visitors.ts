import { createHash, createHmac } from 'node:crypto'

/** The user that visitors of a site with a password log in as. */
const visitor = 'preview'

/**
 * The file by which nginx knows who may look at a site: one user, with a salted SHA-1 of the password. nginx takes that on
 * each system; what else it takes depends on the C library of its image. The salt is made from the project's key, so that
 * the same password gives the same file.
 */
export const visitorsFile = (password: string, key: string): string => {
  const salt = createHmac('sha256', key).update('visitors').digest().subarray(0, 8)
  const digest = createHash('sha1').update(password).update(salt).digest()
  return `${visitor}:{SSHA}${Buffer.concat([digest, salt]).toString('base64')}\n`
}
