import { branchColumns, branchKindWords, planBranches } from '../branch-plan.ts'
import { findBranchesOfLibraries } from '../change-branch/change-branch.query.ts'
import { fileImport } from '../file-import.ts'
import { findDesksToCompare } from '../import-desks/import-desks.query.ts'
import { importBranches } from './import-branches.command.ts'

const bibliotheek = 'Bibliotheek Voorbeeldstad'

/** Branches by a file. */
export const branchesFile = fileImport({
  address: '/beheer/inlezen/vestigingen',
  title: 'desks.import-branches.title',
  columns: branchColumns,
  hint: (column, t) =>
    t(`desks.import-branches.column.${column}`, { words: Object.keys(branchKindWords).join(', ') }),
  example: {
    fileName: 'vestigingen-voorbeeld.csv',
    rows: [
      {
        bibliotheek,
        naam: 'Zuid',
        soort: 'vestiging',
        gemeente: 'Amersfoort',
        straat: 'Stationsplein',
        huisnummer: '4',
        postcode: '3818 LE',
        plaats: 'Amersfoort',
        plek: '52.1533, 5.3740',
        open: 'ja',
      },
      {
        bibliotheek,
        naam: 'Dorpshuis',
        soort: 'servicepunt',
        gemeente: 'Leusden',
        postcode: '3831 BK',
        plaats: 'Leusden',
        open: 'ja',
      },
    ],
  },
  plan: async (db, scope, rows, today) => {
    const world = await findDesksToCompare(db, scope, today)
    const libraryIds = world.libraries.map(({ id }) => id)
    return planBranches(rows, { ...world, branches: await findBranchesOfLibraries(db, scope, libraryIds) })
  },
  save: importBranches,
})
