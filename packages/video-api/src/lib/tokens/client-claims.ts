import type { TokenGrant } from './token-grant.ts'

/** The claims of an OpenTok client token, as npm `opentok` 2.23 writes them. */
export function projectClaims(apiKey: string, grant: TokenGrant): Record<string, unknown> {
  return {
    iss: apiKey,
    ist: 'project',
    iat: grant.issuedAt,
    exp: grant.expiresAt,
    ...tokenFields(grant),
  }
}

/** The claims of a Vonage Video client token, as `@vonage/video` 1.31 writes them. */
export function applicationClaims(
  applicationId: string,
  grant: TokenGrant,
): Record<string, unknown> {
  return {
    application_id: applicationId,
    iat: grant.issuedAt,
    exp: grant.expiresAt,
    jti: grant.nonce,
    scope: 'session.connect',
    session_id: grant.sessionId,
    role: grant.role,
    initial_layout_class_list: grant.layoutClasses,
    ...(grant.data !== undefined && { connection_data: grant.data }),
    sub: 'video',
    acl: { paths: { '/session/**': {} } },
  }
}

/** The fields that OpenTok's JWT and T1 tokens share, in the order of npm `opentok`. */
export function tokenFields(grant: TokenGrant): Record<string, string | number> {
  return {
    session_id: grant.sessionId,
    create_time: grant.issuedAt,
    nonce: grant.nonce,
    role: grant.role,
    expire_time: grant.expiresAt,
    ...(grant.data !== undefined && { connection_data: grant.data }),
    initial_layout_class_list: grant.layoutClasses,
    scope: 'session.connect',
  }
}
