import { createHmac } from 'node:crypto'

/**
 * Name of the folder with the web socket, within the folders that nginx sees of each release of a project: keyed with the
 * project's own random key, so that nobody else knows it. nginx follows a symbolic link in place of a socket, and whoever
 * is root in a container can make one; it leads to no other project, as the way there cannot be written down. Short enough
 * for the socket's path, which Linux ends at 107 bytes.
 */
export const socketFolder = (key: string): string =>
  createHmac('sha256', key).update('web socket').digest('hex').slice(0, 20)
