import { describe } from 'vitest'
import { openBook } from './discovery/book.ts'
import { document } from './discovery/document.ts'
import { health } from './discovery/health.ts'
import { names } from './discovery/names.ts'

describe('discovery on Debian 13', () => {
  const book = openBook(13)
  names(book)
  document(book)
  health(book)
})
