import { describe } from 'vitest'
import { back } from './own-image/back.ts'
import { dockerfile } from './own-image/dockerfile.ts'
import { image } from './own-image/image.ts'
import { killed } from './own-image/killed.ts'
import { startOwnImage } from './own-image/own-image.ts'
import { reboot } from './own-image/reboot.ts'

/** Projects whose image has a command of its own: one with a Dockerfile, and beside it one that is an image already. */
describe('on one server', () => {
  const own = startOwnImage()
  dockerfile(own)
  killed(own)
  image(own)
  back(own)
  reboot(own)
})
