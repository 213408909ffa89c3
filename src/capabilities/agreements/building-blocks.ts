import type { AgreementKind } from './agreement.ts'
import type { BuildingBlock } from './building-block.ts'
import { betweenBlocks } from './building-blocks-between.ts'
import { closingBlocks } from './building-blocks-closing.ts'
import { moneyBlocks } from './building-blocks-money.ts'
import { resultBlocks } from './building-blocks-results.ts'
import { serviceBlocks } from './building-blocks-service.ts'

/** All blocks, in the order in which they become articles. */
export const buildingBlocks: readonly BuildingBlock[] = [
  ...moneyBlocks,
  ...betweenBlocks,
  ...serviceBlocks,
  ...resultBlocks,
  ...closingBlocks,
]

/** From which one chooses for this kind of agreement. */
export const blocksOfKind = (kind: AgreementKind): readonly BuildingBlock[] =>
  buildingBlocks.filter(({ kinds }) => kinds.includes(kind))

/** The blocks that were chosen, in the order of the articles. */
export const chosenBlocks = (kind: AgreementKind, keys: readonly string[]): readonly BuildingBlock[] =>
  blocksOfKind(kind).filter(({ key }) => keys.includes(key))

/** Which blocks are ticked before anybody chose. */
export const usualBlocks = (kind: AgreementKind): string[] =>
  blocksOfKind(kind).flatMap(({ key, usual }) => (usual ? [key] : []))
