import { describe } from 'vitest'
import { clock } from './shop/clock.ts'
import { environments } from './shop/environment.ts'
import { release } from './shop/release.ts'
import { startShop } from './shop/shop.ts'
import { work } from './shop/work.ts'

/** A Django project with a process of each kind and four services: each finds its environment, and does its work. */
describe('the shop', () => {
  const shop = startShop()
  environments(shop)
  work(shop)
  release(shop)
  clock(shop)
})
