import { describe } from 'vitest'
import { discoverySurvives } from './discovery/survives.ts'

describe('discovery on Debian 12', () => discoverySurvives(12))
