import { recordAudit } from '../../../platform/audit/record-audit.command.ts'
import type { NationalScope } from '../../../platform/auth/scope.ts'
import type { WriteHandle } from '../../../platform/database/handle.ts'
import { foundOrRefuse } from '../../../platform/errors/refusals.ts'
import type { Instant } from '../../../platform/time/local-time.ts'
import type { OrganisationInput } from '../add-organisation/add-organisation.form.ts'

/** Changes an organisation that is there; its kind and municipality stay what they are. */
export async function changeOrganisation(
  tx: WriteHandle,
  scope: NationalScope,
  id: string,
  input: OrganisationInput,
  now: Instant,
): Promise<void> {
  const changed = await tx
    .updateTable('organisations.organisations')
    .set({
      name: input.name,
      isil_code: input.kind === 'library' ? input.isil : null,
      active: input.active,
    })
    .where('id', '=', id)
    .returning('id')
    .executeTakeFirst()
  foundOrRefuse(changed)
  await setWorkingArea(tx, scope, id, input)
  await recordAudit(tx, scope, now, {
    action: 'organisations.change',
    subjectKind: 'organisation',
    subjectId: id,
    libraryId: input.kind === 'library' ? id : undefined,
    details: { active: input.active },
  })
}

/** Makes the municipalities of a library, or the provinces of a support institution, exactly these. */
export async function setWorkingArea(
  tx: WriteHandle,
  _scope: NationalScope,
  id: string,
  area: Pick<OrganisationInput, 'kind' | 'municipalities' | 'provinces'>,
): Promise<void> {
  if (area.kind === 'library') {
    await tx.deleteFrom('organisations.library_municipalities').where('library_id', '=', id).execute()
    if (area.municipalities.length > 0)
      await tx
        .insertInto('organisations.library_municipalities')
        .values(
          [...new Set(area.municipalities)].map((municipality_code) => ({
            library_id: id,
            municipality_code,
          })),
        )
        .execute()
  }
  if (area.kind === 'support-institution') {
    await tx
      .deleteFrom('organisations.support_institution_provinces')
      .where('support_institution_id', '=', id)
      .execute()
    if (area.provinces.length > 0)
      await tx
        .insertInto('organisations.support_institution_provinces')
        .values(
          [...new Set(area.provinces)].map((province_code) => ({
            support_institution_id: id,
            province_code,
          })),
        )
        .execute()
  }
}
