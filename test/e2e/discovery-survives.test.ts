import { describe } from 'vitest'
import { discoverySurvives } from './discovery/survives.ts'

describe('discovery on Debian 13', () => discoverySurvives(13))
