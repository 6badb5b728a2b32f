import { describe } from 'vitest'
import { openBook } from './discovery/book.ts'
import { health } from './discovery/health.ts'
import { names } from './discovery/names.ts'

describe('discovery on Debian 12', () => {
  const book = openBook(12)
  names(book)
  health(book)
})
