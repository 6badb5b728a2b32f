import { describe, expect, test } from 'vitest'
import {
  chooseAddress,
  chooseConsulAddress,
  chooseSubnet,
  parseRange,
  type Range,
} from '../../../src/stack/subnet.ts'

const range = (text: string): Range => {
  const found = parseRange(text)
  if (!found) throw new Error(text)
  return found
}

describe('a range', () => {
  test.each([
    ['10.1.2.0/24', { address: 0x0a010200, prefix: 24 }],
    ['10.1.2.3/24', { address: 0x0a010200, prefix: 24 }],
    ['192.168.1.7/32', { address: 0xc0a80107, prefix: 32 }],
    ['0.0.0.0/0', { address: 0, prefix: 0 }],
    ['fd00::/64', undefined],
    ['10.1.2.0', undefined],
    ['', undefined],
  ])('is read from %j', (text, expected) => {
    expect(parseRange(text)).toEqual(expected)
  })
})

describe('a subnet', () => {
  test.each<readonly [readonly string[], string]>([
    [[], '10.213.0.0/24'],
    [['0.0.0.0/0'], '10.213.0.0/24'],
    [['172.17.0.0/16', '192.168.0.0/16'], '10.213.0.0/24'],
    [['10.213.0.0/24'], '10.213.1.0/24'],
    [['10.213.0.128/25'], '10.213.1.0/24'],
    [['10.213.1.7/32'], '10.213.0.0/24'],
    [['10.213.0.0/24', '10.213.1.0/24', '10.213.3.0/24'], '10.213.2.0/24'],
    [['10.213.0.0/16'], '10.214.0.0/24'],
    [['10.208.0.0/12'], '10.224.0.0/24'],
  ])('avoids %j', (taken, subnet) => {
    expect(chooseSubnet(taken.map(range)).subnet).toBe(subnet)
  })

  test('has its gateway first, and Docker’s part in the upper half', () => {
    expect(chooseSubnet([])).toEqual({
      subnet: '10.213.0.0/24',
      gateway: '10.213.0.1',
      dynamicRange: '10.213.0.128/25',
    })
  })

  test('is an error when there is none left', () => {
    expect(() => chooseSubnet([range('10.0.0.0/8')])).toThrow('No free /24')
  })
})

describe('an address', () => {
  const all = Array.from({ length: 125 }, (_, index) => `10.213.0.${index + 3}`)
  test.each<readonly [readonly string[], string]>([
    [[], '10.213.0.3'],
    [['10.213.0.3', '10.213.0.5'], '10.213.0.4'],
    [['10.213.0.200'], '10.213.0.3'],
    [all.slice(0, -1), '10.213.0.127'],
  ])('is the lowest beside %j, and never Consul’s', (taken, address) => {
    expect(chooseAddress('10.213.0.0/24', taken)).toBe(address)
  })

  test('is an error when there is none left, or no subnet', () => {
    expect(() => chooseAddress('10.213.0.0/24', all)).toThrow('No free address')
    expect(() => chooseAddress('', [])).toThrow('No free address')
  })

  test.each<readonly [string, readonly string[], readonly string[], string]>([
    ['.2', [], [], '10.213.0.2'],
    ['the one that it had', ['10.213.0.9'], ['10.213.0.3'], '10.213.0.9'],
    ['the next that is known', ['10.213.0.9', '10.213.0.7'], ['10.213.0.9'], '10.213.0.7'],
    ['.2 when all that are known are taken', ['10.213.0.9'], ['10.213.0.9'], '10.213.0.2'],
    ['the lowest free one when .2 is taken', [], ['10.213.0.2', '10.213.0.3'], '10.213.0.4'],
  ])('of Consul is %s', (_, known, taken, address) => {
    expect(chooseConsulAddress('10.213.0.0/24', known, taken)).toBe(address)
  })
})
