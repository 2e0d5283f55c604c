// Tokens for programs, as Maskinporten issues them: a signed assertion is exchanged for a signed token (RFC 7523). For a machine
// of one's own alone. An assertion that names a login (`sub`) is answered with a token of that login, for the person: in a real
// installation the person logs in for it.
import { createPublicKey, createPrivateKey, randomUUID, sign, verify } from 'node:crypto';

const GRANT = 'urn:ietf:params:oauth:grant-type:jwt-bearer';
const LIVES = 600;
const LONGEST = 20_000;

const packed = (value) => Buffer.from(JSON.stringify(value)).toString('base64url');
const opened = (part) => JSON.parse(Buffer.from(part, 'base64url').toString('utf-8'));

export class NotGiven extends Error {
  constructor(error, description) { super(description); this.error = error; }
}

export const programs = (settings, logins) => {
  const issuer = `${settings.issuer}/maskinporten`;
  const known = new Map(settings.programs.map((one) => [one.client_id, { ...one, key: createPublicKey({ key: one.key, format: 'jwk' }) }]));
  const key = createPrivateKey({ key: settings.signing_key, format: 'jwk' });
  const { kty, n, e, kid } = settings.signing_key;

  const signed = (claims) => {
    const said = `${packed({ alg: 'RS256', typ: 'JWT', kid })}.${packed(claims)}`;
    return `${said}.${sign('sha256', Buffer.from(said), key).toString('base64url')}`;
  };

  const asserted = (text) => {
    const [head, body, signature] = String(text).split('.');
    let claims;
    try { claims = opened(body); if (opened(head).alg !== 'ES256') throw new Error('alg'); } catch { throw new NotGiven('invalid_grant', 'the assertion cannot be read'); }
    const program = known.get(claims.iss);
    if (program === undefined) throw new NotGiven('invalid_client', 'unknown client');
    const given = { key: program.key, dsaEncoding: 'ieee-p1363' };
    if (!verify('sha256', Buffer.from(`${head}.${body}`), given, Buffer.from(signature ?? '', 'base64url'))) throw new NotGiven('invalid_grant', 'wrong signature');
    const now = Math.floor(Date.now() / 1000);
    if (claims.aud !== issuer) throw new NotGiven('invalid_grant', `aud must be ${issuer}`);
    if (!(claims.exp > now && claims.iat <= now + 10 && claims.exp - claims.iat <= 120)) throw new NotGiven('invalid_grant', 'iat and exp must be now, and at most 120 seconds apart');
    return { claims, program, now };
  };

  const token = (assertion) => {
    const { claims, program, now } = asserted(assertion);
    const scopes = String(claims.scope ?? '').split(' ').filter(Boolean);
    if (!scopes.length || !scopes.every((one) => program.scopes.includes(one))) throw new NotGiven('invalid_scope', `${program.client_id} has ${program.scopes.join(' ')}`);
    const common = { aud: claims.resource, scope: scopes.join(' '), client_id: program.client_id, iat: now, exp: now + LIVES, jti: randomUUID() };
    if (claims.sub === undefined) {
      return signed({ ...common, iss: issuer, consumer: { authority: 'iso6523-actorid-upis', ID: `0192:${program.org_number}` } });
    }
    const login = logins.get(claims.sub);
    if (login === undefined) throw new NotGiven('invalid_grant', 'there is no such login');
    return signed({ ...common, iss: settings.issuer, sub: login.subject, acr: 'idporten-loa-high', authorization_details: login.authorization_details });
  };

  const body = async (request) => {
    let text = '';
    for await (const part of request) { text += part; if (text.length > LONGEST) throw new NotGiven('invalid_request', 'too large'); }
    return new URLSearchParams(text);
  };

  const answers = {
    'GET /maskinporten/.well-known/oauth-authorization-server': async () => ({ issuer, token_endpoint: `${issuer}/token`, jwks_uri: `${issuer}/jwks`, grant_types_supported: [GRANT] }),
    'GET /maskinporten/jwks': async () => ({ keys: [{ kty, n, e, kid, use: 'sig', alg: 'RS256' }] }),
    'POST /maskinporten/token': async (request) => {
      const given = await body(request);
      if (given.get('grant_type') !== GRANT) throw new NotGiven('unsupported_grant_type', GRANT);
      const access = token(given.get('assertion'));
      return { access_token: access, token_type: 'Bearer', expires_in: LIVES, scope: opened(access.split('.')[1]).scope };
    },
  };

  return async (request, response) => {
    const answer = answers[`${request.method} ${request.url}`];
    if (answer === undefined) return false;
    let said, status = 200;
    try { said = await answer(request); } catch (error) {
      if (!(error instanceof NotGiven)) throw error;
      said = { error: error.error, error_description: error.message };
      status = 400;
    }
    response.writeHead(status, { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' }).end(JSON.stringify(said));
    return true;
  };
};
