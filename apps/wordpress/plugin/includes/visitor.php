<?php
/**
 * Who asks to come in, and as what.
 *
 * @package OtRoom
 */

namespace OtRoom;

/**
 * Lets a visitor in, with a role and maybe a name the site vouches for.
 *
 * Pages may be cached for longer than a nonce of WordPress lives, so the cookie of the sign-in is what counts. A page of another
 * site cannot use it: `refuse_other_origins` has turned it away before.
 *
 * @return array{role: string, name: string|null}
 * @throws Problem `not-signed-in`, `not-allowed`.
 */
function admit( string $room, string $access ): array {
	$user = signed_in_user();
	if ( 'members' === $access && null === $user ) {
		throw new Problem( 'not-signed-in', __( 'Sign in to enter this room.', 'ot-room' ) );
	}
	$host = null !== $user && user_can( $user, 'moderate_comments' );
	/**
	 * Filters whether and as what a visitor is let in.
	 *
	 * @param array         $decision `allow` (bool), `role` (publisher, subscriber, moderator, publisheronly), `name` (string or
	 *                                null: what the visitor types), `reason` (a sentence for whoever is not let in).
	 * @param string        $room     The room's canonical name.
	 * @param \WP_User|null $user     Whoever is signed in.
	 */
	$decision = apply_filters(
		'ot_room_decision',
		array(
			'allow'  => true,
			'role'   => $host ? 'moderator' : 'publisher',
			'name'   => null === $user ? null : $user->display_name,
			'reason' => __( 'You may not enter this room.', 'ot-room' ),
		),
		$room,
		$user
	);
	if ( ! is_array( $decision ) || true !== ( $decision['allow'] ?? null ) ) {
		$reason = is_array( $decision ) && is_string( $decision['reason'] ?? null ) ? $decision['reason'] : __( 'You may not enter this room.', 'ot-room' );
		throw new Problem( 'not-allowed', $reason );
	}
	if ( ! in_array( $decision['role'] ?? null, array( 'publisher', 'subscriber', 'moderator', 'publisheronly' ), true ) ) {
		throw misconfigured();
	}
	return array(
		'role' => $decision['role'],
		'name' => is_string( $decision['name'] ?? null ) ? vouched_name( $decision['name'] ) : null,
	);
}

function signed_in_user(): ?\WP_User {
	$id   = get_current_user_id();
	$id   = $id > 0 ? $id : (int) wp_validate_auth_cookie( '', 'logged_in' );
	$user = $id > 0 ? get_userdata( $id ) : false;
	return $user instanceof \WP_User ? $user : null;
}
