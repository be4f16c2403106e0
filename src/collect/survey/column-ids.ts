/** Ids for questions and attributes from the names that columns have in an export. */
import { AttributeDefinition } from '../../study/model.ts';

/** Usual attributes have usual ids, also where the header is in Korean. */
const USUAL_ATTRIBUTES: [RegExp, string][] = [
  [/^(?:role|job|position|직역|직종|직위|역할|직업)/i, 'role'],
  [/^(?:years?|연차|경력|근무.?연수|임상.?경력)/i, 'years'],
  [/^(?:sex|gender|성별)/i, 'sex'],
  [/^(?:age|나이|연령)/i, 'age'],
  [/^(?:region|지역|근무.?지역)/i, 'region'],
  [/^(?:setting|institution|workplace|기관|근무.?기관|근무.?형태|소속)/i, 'setting'],
  [/^(?:specialty|speciality|전공|진료과|전문과목)/i, 'specialty'],
];

/** A name that an attribute's id can be made of. */
export function attributeName(name: string): string {
  const usual = USUAL_ATTRIBUTES.find(([pattern]) => pattern.test(name));
  return (
    usual?.[1] ??
    name
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '_')
      .replace(/^_+|_+$/g, '')
  );
}

/** Names that the participants' table needs for itself. */
const RESERVED = new Set(['id', 'participant', 'language', 'consent', 'withdrawn']);

export function isAttributeId(name: string): boolean {
  return AttributeDefinition.shape.id.safeParse(name).success && name.length <= 30 && !RESERVED.has(name);
}

/** Each name where it can be an id and is not taken; else the prefix and a number. */
export function uniqueIds(
  names: readonly string[],
  fits: (name: string) => boolean,
  prefix: string,
): string[] {
  const used = new Set<string>();
  return names.map((name, at) => {
    let id = fits(name) && !used.has(name) ? name : `${prefix}${at + 1}`;
    while (used.has(id)) id = `${id}_`;
    used.add(id);
    return id;
  });
}
