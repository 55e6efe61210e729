<?php
/**
 * The answer to somebody who wants in.
 *
 * @package OtRoom
 */

namespace OtRoom;

/** Seconds within which a token has to be used; a call that has begun goes on. */
const TOKEN_LIFETIME = 600;

/**
 * Makes the credentials of a visitor.
 *
 * @param array $body The JSON object that was sent: `name`, or nothing.
 * @throws Problem
 */
function join_room( string $grant, string $given_room, array $body ): array {
	$room    = canonical_room_name( $given_room );
	$access  = access_by( $grant, $room );
	$visitor = admit( $room, $access );
	$name    = $visitor['name'] ?? ( array_key_exists( 'name', $body ) ? visitor_name( $body['name'] ) : null );

	$account    = account();
	$media_mode = 'routed' === setting( 'media_mode' ) ? 'routed' : 'relayed';
	$session_id = session_of( $room, $account, $media_mode );
	$now        = time();
	$token      = $account->token(
		array(
			'session_id' => $session_id,
			'role'       => $visitor['role'],
			'issued'     => $now,
			'expires'    => $now + TOKEN_LIFETIME,
			// Every participant can read this, and the platform logs it: a name and no more.
			'data'       => null === $name ? null : wp_json_encode( array( 'name' => $name ), JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES ),
		)
	);
	$proxy_url = setting( 'proxy_url' );
	return array(
		'applicationId' => $account->application_id(),
		'sessionId'     => $session_id,
		'token'         => $token,
		'role'          => $visitor['role'],
		'mediaMode'     => $media_mode,
		'expiresAt'     => gmdate( 'Y-m-d\TH:i:s\Z', $now + TOKEN_LIFETIME ),
		'room'          => $room,
	)
	+ ( null === $name ? array() : array( 'name' => $name ) )
	+ ( '' === $proxy_url ? array() : array( 'proxyUrl' => $proxy_url ) );
}
