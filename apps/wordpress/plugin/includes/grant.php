<?php
/**
 * What a page shows to prove that its author has put this room on it.
 *
 * Nothing is stored for it. Whoever has not been shown the page, because it is private or has a password, does not know the
 * grant and is not let in; and nobody can make rooms by asking for names.
 *
 * @package OtRoom
 */

namespace OtRoom;

/** Who may enter a room: everybody who sees the page, or those of them who are signed in. */
const ACCESS = array( 'everyone', 'members' );

function grant_for( string $room, string $access ): string {
	$site = get_current_blog_id();
	return $access . '-' . substr( hash_hmac( 'sha256', "$site\n$access\n$room", grant_key() ), 0, 32 );
}

/**
 * The access that a grant gives to a room.
 *
 * @throws Problem `not-allowed` for a grant of another room or another site.
 */
function access_by( string $grant, string $room ): string {
	foreach ( ACCESS as $access ) {
		if ( hash_equals( grant_for( $room, $access ), $grant ) ) {
			return $access;
		}
	}
	throw new Problem( 'not-allowed', __( 'This page may not open this room. Reload it.', 'ot-room' ) );
}

/** Derived, so that it can never stand for anything else that WordPress signs. */
function grant_key(): string {
	return hash_hmac( 'sha256', 'ot-room page grant', wp_salt( 'auth' ) );
}
